import { describe, expect, test } from 'vitest'
import type { Instant } from '#lib/calendar/instant.ts'
import { afterWrongTry, isResting } from './lockout.ts'
import { isRunning, type SessionFacts } from './session.ts'

const now = 1_767_636_000_000 as Instant
const minutes = (count: number) => (now + count * 60_000) as Instant

describe('wrong tries', () => {
  test.each([
    ['the first', 0, { failedSignIns: 1, lockedUntilAt: null }],
    ['the ninth', 8, { failedSignIns: 9, lockedUntilAt: null }],
    ['the tenth', 9, { failedSignIns: 0, lockedUntilAt: minutes(15) }],
  ])('after %s', (_name, failedSignIns, after) => {
    expect(afterWrongTry({ failedSignIns, lockedUntilAt: null }, now)).toEqual(after)
  })

  test.each([
    ['no lock', null, false],
    ['a lock that is over', now, false],
    ['a lock that runs', minutes(1), true],
  ])('with %s', (_name, lockedUntilAt, rests) => {
    expect(isResting({ failedSignIns: 0, lockedUntilAt }, now)).toBe(rests)
  })
})

describe('a session runs', () => {
  const session = (changed: Partial<SessionFacts>): SessionFacts => ({
    stage: 'full',
    createdAt: now,
    lastSeenAt: now,
    endedAt: null,
    ...changed,
  })
  test.each([
    ['just begun', {}, 0, true],
    ['nineteen minutes idle', {}, 19, true],
    ['twenty minutes idle', {}, 20, false],
    ['busy for almost eight hours', { lastSeenAt: minutes(479) }, 479, true],
    ['busy for eight hours', { lastSeenAt: minutes(480) }, 480, false],
    ['ended', { endedAt: now }, 0, false],
    ['waiting for its code for fourteen minutes', { stage: 'password' as const }, 14, true],
    ['waiting for its code for fifteen', { stage: 'password' as const }, 15, false],
    [
      'enrolling for fifteen, however busy',
      { stage: 'enrolling' as const, lastSeenAt: minutes(14) },
      15,
      false,
    ],
  ])('%s', (_name, changed, after, runs) => {
    expect(isRunning(session(changed), minutes(after))).toBe(runs)
  })
})
