import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nobody } from '#lib/access/actor.ts'
import { giveTotpCode } from './commands/second_factor.ts'
import { markOfBrowser } from './known_browser.ts'
import { theOffice } from './open_office.ts'
import { hashOfPassword } from './passwords.ts'
import { history, people, recoveryCodes, sessions } from './schema.ts'
import { actorOfToken, beginSession, hashOfToken, newToken, sessionOf } from './sessions.ts'
import { completeWithCode, completeWithRecoveryCode, enrol, signIn } from './sign_in.ts'
import { type TestOffice, testOffice } from './testing/office.ts'
import { codeAt, enrolmentSecret } from './totp.ts'
import { reader, tx } from './tx.ts'

const password = 'brass kettle over Ghent'
const name = 'counsel one'
let office: TestOffice
let codes: string[] = []
let secret = ''

/** An office in which counsel one has a password and an enrolled app, and one minute has passed since. */
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  const passwordHash = await hashOfPassword(password)
  await tx(async (tx) => {
    await tx.update(people).set({ passwordHash }).where(eq(people.name, name))
  })
  const begun = value(await signIn({ name, password }))
  secret = enrolmentSecret(begun.token)
  const enrolled = value(await enrol(begun.token, codeAt(secret, office.clock.now)))
  codes = enrolled.codes
  await signOutEverywhere()
  office.clock.set('2026-01-05 10:01')
})
afterEach(() => office.close())

describe('a sign-in', () => {
  test('takes the password, then the code, and is then somebody with their roles', async () => {
    const begun = value(await signIn({ name: 'Counsel ONE', password }))
    expect(begun.stage).toBe('password')
    expect(await actorOfToken(begun.token)).toBeNull()
    const done = value(await completeWithCode(begun.token, now()))
    expect(await actorOfToken(done.token)).toMatchObject({ kind: 'person', name, roles: ['counsel'] })
    expect(done.token).not.toBe(begun.token)
    expect(await sessionOf(reader(), begun.token, office.clock.now)).toBeNull()
  })

  test('is not tried while more than twenty others wait', async () => {
    const typed = { name, password: 'not this one' }
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(typed)))
    const busy = answers.filter((answer) => !answer.ok && answer.refusal.kind === 'sign-in-busy')
    expect(busy).toHaveLength(8)
  })

  test('goes by the e-mail address as well', async () => {
    expect(await signIn({ name: 'counsel.one@office.test', password })).toMatchObject({ ok: true })
  })

  test.each([
    ['a wrong password', name, 'brass kettle over Bruges'],
    ['an unknown name', 'nobody here', password],
    ['a person who has no password yet', 'intake one', password],
    ['the clockwork', 'Subpoena Desk', password],
  ])('answers %s with one and the same sentence', async (_name, who, typed) => {
    const answer = await signIn({ name: who, password: typed })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'sign-in-refused', field: 'password' } })
    expect(sentence(answer)).toBe(sentence(await signIn({ name: 'somebody else', password: 'x' })))
  })

  test('of a disabled person is answered like any other wrong one', async () => {
    await update({ disabledAt: office.clock.now })
    expect(await signIn({ name, password })).toMatchObject({ refusal: { kind: 'sign-in-refused' } })
  })

  test('that takes longer than a quarter of an hour begins again', async () => {
    const begun = value(await signIn({ name, password }))
    office.clock.set('2026-01-05 10:16')
    expect(await completeWithCode(begun.token, now())).toMatchObject({ refusal: { kind: 'sign-in-over' } })
  })

  test('stands in the history, without what was typed', async () => {
    const begun = value(await signIn({ name, password }))
    await completeWithCode(begun.token, now())
    const told = (await reader().select().from(history)).map(({ payload }) => payload ?? '')
    expect(told.some((payload) => payload.includes(`${name} signed in.`))).toBe(true)
    for (const kept of [password, begun.token, secret, ...codes]) {
      expect(told.some((payload) => payload.includes(kept))).toBe(false)
    }
  })
})

test('a sign-in that began to set up a second factor does not replace one that was set up since', async () => {
  await update({ totpSecret: null, totpLastStep: null })
  const [first, older] = [value(await signIn({ name, password })), value(await signIn({ name, password }))]
  const set = enrolmentSecret(first.token)
  const done = value(await enrol(first.token, codeAt(set, office.clock.now)))
  expect(await enrol(older.token, codeAt(enrolmentSecret(older.token), office.clock.now))).toMatchObject({
    refusal: { kind: 'sign-in-over' },
  })
  expect(await actorOfToken(done.token)).toMatchObject({ name })
  office.clock.set('2026-01-05 10:02')
  const again = value(await signIn({ name, password }))
  expect(await completeWithCode(again.token, codeAt(set, office.clock.now))).toMatchObject({ ok: true })
})

describe('a code', () => {
  test('works once, even in another sign-in of the same half minute', async () => {
    const code = now()
    value(await completeWithCode(value(await signIn({ name, password })).token, code))
    const again = value(await signIn({ name, password }))
    expect(await completeWithCode(again.token, code)).toMatchObject({
      refusal: { kind: 'code-wrong', left: 4, field: 'code' },
    })
  })

  test('that was given to enrol does not sign in', async () => {
    office.clock.set('2026-01-05 10:00')
    const begun = value(await signIn({ name, password }))
    expect(await completeWithCode(begun.token, now())).toMatchObject({ refusal: { kind: 'code-wrong' } })
  })

  test('of the half minute before counts for clocks that differ, and not after a later one', async () => {
    const earlier = codeAt(secret, (office.clock.now - 30_000) as typeof office.clock.now)
    value(await completeWithCode(value(await signIn({ name, password })).token, now()))
    const again = value(await signIn({ name, password }))
    expect(await completeWithCode(again.token, earlier)).toMatchObject({ refusal: { kind: 'code-wrong' } })
  })

  test('wrong for the fifth time ends the sign-in, also for the right one after it', async () => {
    const { token } = value(await signIn({ name, password }))
    for (const left of [4, 3, 2, 1]) {
      expect(await completeWithCode(token, wrong())).toMatchObject({ refusal: { kind: 'code-wrong', left } })
    }
    expect(await completeWithCode(token, wrong())).toMatchObject({ refusal: { kind: 'sign-in-over' } })
    expect(await completeWithCode(token, now())).toMatchObject({ refusal: { kind: 'sign-in-over' } })
    const [row] = await reader()
      .select()
      .from(sessions)
      .where(eq(sessions.tokenHash, hashOfToken(token)))
    expect(row).toMatchObject({ endedWhy: 'wrong-codes', wrongCodes: 5 })
  })

  test.each(['', 'abcdef', '12345', '1234567', '００００００'])(
    'of another shape (%j) is a wrong one',
    async (code) => {
      const { token } = value(await signIn({ name, password }))
      expect(await completeWithCode(token, code)).toMatchObject({ refusal: { kind: 'code-wrong' } })
    },
  )

  test('needs a pending sign-in, and not a whole session', async () => {
    const whole = value(await completeWithCode(value(await signIn({ name, password })).token, now()))
    office.clock.set('2026-01-05 10:02')
    expect(await completeWithCode(whole.token, now())).toMatchObject({ refusal: { kind: 'sign-in-over' } })
    const made = await giveTotpCode(nobody, {
      tokenHash: newToken().hash,
      code: now(),
      newTokenHash: newToken().hash,
    })
    expect(made).toMatchObject({ refusal: { kind: 'sign-in-over' } })
  })
})

describe('the rest after ten wrong tries', () => {
  const typeWrong = async (times: number) => {
    for (let time = 0; time < times; time++) await signIn({ name, password: 'not this one' })
  }

  test('holds for a quarter of an hour, also against the right password', async () => {
    await typeWrong(10)
    expect(await signIn({ name, password })).toMatchObject({ refusal: { kind: 'sign-in-refused' } })
    office.clock.set('2026-01-05 10:15')
    expect(await signIn({ name, password })).toMatchObject({ ok: false })
    office.clock.set('2026-01-05 10:17')
    expect(await signIn({ name, password })).toMatchObject({ ok: true })
  })

  test('does not come when the tenth is right, and the count begins again only after the code', async () => {
    await typeWrong(9)
    const { token } = value(await signIn({ name, password }))
    expect(await row()).toMatchObject({ failedSignIns: 9 })
    value(await completeWithCode(token, now()))
    expect(await row()).toMatchObject({ failedSignIns: 0, lockedUntilAt: null })
  })

  test('counts wrong codes too: they cannot be guessed five at a time for ever', async () => {
    for (const _round of [1, 2]) {
      const { token } = value(await signIn({ name, password }))
      for (let time = 0; time < 5; time++) await completeWithCode(token, wrong())
    }
    expect(await signIn({ name, password })).toMatchObject({ ok: false })
    expect((await row())?.lockedUntilAt).toBe(office.clock.now + 15 * 60_000)
  })
})

describe('a browser in which the person signed in before', () => {
  const signedIn = async () =>
    markOfBrowser(value(await completeWithCode(value(await signIn({ name, password })).token, now())).token)
  const typeWrong = async (times: number, mark: string | null = null) => {
    for (let time = 0; time < times; time++) await signIn({ name, password: 'not this one' }, mark)
  }

  test('is not bound by what strangers try, through password and code', async () => {
    const mark = await signedIn()
    office.clock.set('2026-01-05 10:02')
    await typeWrong(10)
    expect(await signIn({ name, password })).toMatchObject({ ok: false })
    const { token } = value(await signIn({ name, password }, mark))
    expect(await completeWithCode(token, now(), null)).toMatchObject({ refusal: { kind: 'sign-in-over' } })
    expect(await completeWithCode(token, now(), mark)).toMatchObject({ ok: true })
  })

  test('has ten wrong tries of its own, and is a stranger from then on', async () => {
    const mark = await signedIn()
    office.clock.set('2026-01-05 10:02')
    await typeWrong(4, mark)
    const { token } = value(await signIn({ name, password }, mark))
    for (let time = 0; time < 4; time++) await completeWithCode(token, wrong(), mark)
    await typeWrong(2, mark)
    expect(await row()).toMatchObject({ failedSignIns: 0, lockedUntilAt: null })
    await typeWrong(10, mark)
    expect(await row()).toMatchObject({ lockedUntilAt: expect.any(Number) })
    expect(await signIn({ name, password }, mark)).toMatchObject({ ok: false })
  })

  test.each([
    [
      'another person’s',
      async () => {
        const { token, hash } = newToken()
        const [personId, at] = [office.actors.intake.id, office.clock.now]
        await tx((tx) => beginSession(tx, { personId, stage: 'full', tokenHash: hash, now: at }))
        return markOfBrowser(token)
      },
    ],
    [
      'of a sign-in that was not completed',
      async () => markOfBrowser(value(await signIn({ name, password })).token),
    ],
    ['made up', async () => 'a'.repeat(80)],
    [
      'the hash alone, from the database',
      async () => {
        await signedIn()
        return (await reader().select().from(sessions)).at(-1)?.tokenHash ?? ''
      },
    ],
    [
      'older than ninety days',
      async () => {
        const mark = await signedIn()
        office.clock.set('2026-04-06 10:01')
        return mark
      },
    ],
  ])('is not known by a mark that is %s', async (_name, markOf) => {
    const mark = await markOf()
    await typeWrong(10)
    expect(await signIn({ name, password }, mark)).toMatchObject({ ok: false })
  })
})

describe('a recovery code', () => {
  test('signs in once', async () => {
    const [code = ''] = codes
    value(await completeWithRecoveryCode(value(await signIn({ name, password })).token, code.toUpperCase()))
    const again = value(await signIn({ name, password }))
    expect(await completeWithRecoveryCode(again.token, code)).toMatchObject({
      refusal: { kind: 'code-wrong' },
    })
    const used = (await reader().select().from(recoveryCodes)).filter(({ usedAt }) => usedAt !== null)
    expect(used).toHaveLength(1)
  })

  test('of nobody is a wrong one', async () => {
    const { token } = value(await signIn({ name, password }))
    expect(await completeWithRecoveryCode(token, 'aaaa-bbbb-cccc-dddd')).toMatchObject({
      refusal: { kind: 'code-wrong', left: 4 },
    })
  })
})

describe('a session', () => {
  const begin = async () =>
    value(await completeWithCode(value(await signIn({ name, password })).token, now()))

  test('ends after twenty minutes without a request', async () => {
    const { token } = await begin()
    office.clock.set('2026-01-05 10:20')
    expect(await actorOfToken(token)).not.toBeNull()
    office.clock.set('2026-01-05 10:40')
    expect(await actorOfToken(token)).toBeNull()
  })

  test('ends after eight hours however busy it was', async () => {
    const { token } = await begin()
    for (let minutes = 10; minutes < 480; minutes += 15) {
      office.clock.set(`2026-01-05 ${at(minutes)}`)
      expect(await actorOfToken(token)).not.toBeNull()
    }
    office.clock.set(`2026-01-05 ${at(480)}`)
    expect(await actorOfToken(token)).toBeNull()
  })

  test('is written down as seen at most once a minute, and never in the history', async () => {
    const { token } = await begin()
    const seen = async () => (await sessionOf(reader(), token, office.clock.now))?.lastSeenAt
    const entries = async () => (await reader().select().from(history)).length
    const [first, before] = [await seen(), await entries()]
    office.clock.now = (office.clock.now + 59_000) as typeof office.clock.now
    await actorOfToken(token)
    expect(await seen()).toBe(first)
    office.clock.now = (office.clock.now + 1000) as typeof office.clock.now
    await actorOfToken(token)
    expect(await seen()).toBe(office.clock.now)
    expect(await entries()).toBe(before)
  })

  test('is over at the next request of a person who was disabled', async () => {
    const { token } = await begin()
    await update({ disabledAt: office.clock.now })
    expect(await actorOfToken(token)).toBeNull()
  })

  test('that waits for its second factor is nobody', async () => {
    const { token, hash } = newToken()
    await tx((tx) =>
      beginSession(tx, {
        personId: office.actors.counsel.id,
        stage: 'enrolling',
        tokenHash: hash,
        now: office.clock.now,
      }),
    )
    expect(await actorOfToken(token)).toBeNull()
  })
})

test('no password, token, secret or recovery code stands in clear in the files of the office', async () => {
  const { token } = value(await signIn({ name, password }))
  const session = value(await completeWithCode(token, now()))
  const raw = Buffer.from(secret, 'ascii').toString('latin1')
  const files = ['office.sqlite', 'office.sqlite-wal', 'history.head']
    .map((file) => readFileSync(join(theOffice().folder, file)).toString('latin1'))
    .join('')
  expect(files).toContain(hashOfToken(session.token))
  const plain = codes.map((code) => code.replaceAll('-', ''))
  for (const kept of [password, token, session.token, raw, ...codes, ...plain]) {
    expect(files.includes(kept)).toBe(false)
  }
})

const now = () => codeAt(secret, office.clock.now)
const wrong = () => String((Number(now()) + 500_000) % 1_000_000).padStart(6, '0')
const row = async () => (await reader().select().from(people).where(eq(people.name, name)))[0]

/** "10:01" and so many minutes. */
function at(minutes: number): string {
  const whole = 10 * 60 + 1 + minutes
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}

async function update(changes: Partial<typeof people.$inferInsert>): Promise<void> {
  await tx(async (tx) => {
    await tx.update(people).set(changes).where(eq(people.name, name))
  })
}

async function signOutEverywhere(): Promise<void> {
  await tx(async (tx) => {
    await tx.delete(sessions)
  })
}

function value<Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: { sentence: string } },
): Value {
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

function sentence(result: { ok: boolean; refusal?: { sentence: string } }): string | undefined {
  return result.refusal?.sentence
}
