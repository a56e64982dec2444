import { describe, expect, test } from 'vitest'
import { add, countPlaywright, countVitest, lastLine, none } from './count.mjs'

const vitest = (facts) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
  ...facts,
})
const playwright = (stats, errors = []) => ({
  stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
})

describe('unit tests', () => {
  test.each([
    ['all passed', vitest({}), 0, { passed: 3, failed: 0, skipped: 0 }],
    ['one failed', vitest({ numFailedTests: 1 }), 1, { passed: 3, failed: 1, skipped: 0 }],
    [
      'a file could not be loaded',
      vitest({ testResults: [{ status: 'failed', assertionResults: [] }] }),
      1,
      { passed: 3, failed: 1, skipped: 0 },
    ],
    ['some were skipped', vitest({ numPendingTests: 2 }), 0, { passed: 3, failed: 0, skipped: 2 }],
    ['an error stood outside every test', vitest({}), 1, { passed: 3, failed: 1, skipped: 0 }],
    ['nothing ran', vitest({ numPassedTests: 0, testResults: [] }), 0, { passed: 0, failed: 1, skipped: 0 }],
    ['the runner died', null, 139, { passed: 0, failed: 1, skipped: 0 }],
  ])('%s', (_name, report, code, counts) => {
    expect(countVitest(report, code)).toEqual(counts)
  })
})

describe('browser tests', () => {
  test.each([
    ['all passed', playwright({}), 0, { passed: 4, failed: 0, skipped: 0 }],
    ['one failed', playwright({ expected: 3, unexpected: 1 }), 1, { passed: 3, failed: 1, skipped: 0 }],
    [
      'one passed at a second try',
      playwright({ expected: 3, flaky: 1 }),
      0,
      { passed: 3, failed: 1, skipped: 0 },
    ],
    [
      'a spec could not be loaded',
      playwright({}, [{ message: 'x' }]),
      1,
      { passed: 4, failed: 1, skipped: 0 },
    ],
    ['nothing ran', playwright({ expected: 0 }), 0, { passed: 0, failed: 1, skipped: 0 }],
    ['the runner died', null, 1, { passed: 0, failed: 1, skipped: 0 }],
  ])('%s', (_name, report, code, counts) => {
    expect(countPlaywright(report, code)).toEqual(counts)
  })
})

test('the last line names what was skipped only when something was', () => {
  expect(lastLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  expect(lastLine(add({ ...none, passed: 2 }, { passed: 1, failed: 1, skipped: 3 }))).toBe(
    '3 passed, 1 failed, 3 skipped',
  )
})
