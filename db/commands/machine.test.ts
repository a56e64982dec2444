import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { machinesOfOffice } from '../queries/machines.ts'
import { history, machineTokens, people, personRoles } from '../schema.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { actorOfMachineToken, newMachineToken } from '../tokens.ts'
import { reader, tx } from '../tx.ts'
import { makeMachineToken, revokeMachineToken } from './machine.ts'

let office: TestOffice
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
})
afterEach(() => office.close())

type Wanted = Partial<Parameters<typeof makeMachineToken>[1]>

async function made(wanted: Wanted = {}) {
  const { token, hash } = newMachineToken()
  const input = { machine: 'Ledger sync', roles: ['billing' as const], lastDayOn: null, tokenHash: hash }
  const result = await makeMachineToken(office.actors.administrator, { ...input, ...wanted })
  return { token, result }
}

describe('a token', () => {
  test('is kept as its hash alone, and opens the desk to the machine with its roles', async () => {
    const { token, result } = await made({ roles: ['intake', 'billing'] })
    expect(token).toMatch(/^desk_[\w-]{43}$/)
    expect(result).toEqual({
      ok: true,
      value: { machine: 'Ledger sync', token: 1, roles: ['intake', 'billing'] },
    })
    expect(await actorOfMachineToken(token)).toMatchObject({
      ...{ kind: 'machine', name: 'Ledger sync', roles: ['intake', 'billing'], sessionId: -1 },
    })
    const rows = JSON.stringify([
      await reader().select().from(machineTokens),
      await reader().select().from(history),
    ])
    expect(rows).not.toContain(token)
    expect(rows).not.toContain(token.slice(5))
    expect(await reader().select().from(machineTokens)).toMatchObject([
      { number: 1, lastUsedOn: '2026-01-05' },
    ])
  })

  test('stands in the history without itself', async () => {
    await made({ lastDayOn: calendarDate('2026-01-31') })
    const [entry] = await reader().select().from(history).where(eq(history.command, 'make-machine-token'))
    expect(entry).toMatchObject({ actorId: office.actors.administrator.id, seenBy: 'all' })
    expect(entry?.payload).toContain(
      'Made token 1 for the machine Ledger sync as billing, to Saturday, January 31, 2026.',
    )
    expect(entry?.payload).not.toContain('desk_')
  })

  test('works on its last day and not on the next', async () => {
    const { token } = await made({ lastDayOn: calendarDate('2026-01-06') })
    office.clock.set('2026-01-06 23:59')
    expect(await actorOfMachineToken(token)).not.toBeNull()
    office.clock.set('2026-01-07 00:00')
    expect(await actorOfMachineToken(token)).toBeNull()
    expect(await machinesOfOffice(office.actors.auditor)).toMatchObject([
      { name: 'Ledger sync', roles: ['billing'], tokens: [{ state: 'over', lastUsedOn: '2026-01-06' }] },
    ])
  })

  test('that is revoked ends at the next request, and never works again', async () => {
    const [first, second] = [await made(), await made()]
    expect(second.result).toMatchObject({ value: { token: 2 } })
    const { administrator } = office.actors
    expect(await revokeMachineToken(administrator, { machine: 'ledger SYNC', token: 1 })).toEqual({
      ok: true,
      value: { machine: 'Ledger sync', tokens: [1] },
    })
    expect(await actorOfMachineToken(first.token)).toBeNull()
    expect(await actorOfMachineToken(second.token)).not.toBeNull()
    expect(await revokeMachineToken(system, { machine: 'Ledger sync', token: null })).toMatchObject({
      ok: true,
    })
    expect(await actorOfMachineToken(second.token)).toBeNull()
    expect(await revokeMachineToken(administrator, { machine: 'Ledger sync', token: 1 })).toMatchObject({
      refusal: { kind: 'no-token-left' },
    })
    await expect(tx((tx) => tx.update(machineTokens).set({ revokedAt: null }))).rejects.toThrow(
      /never changes/,
    )
    await expect(tx((tx) => tx.delete(machineTokens))).rejects.toThrow(/never disappear/)
  })

  test('of a disabled machine is none', async () => {
    const { token } = await made()
    await tx((tx) =>
      tx.update(people).set({ disabledAt: office.clock.now }).where(eq(people.kind, 'machine')),
    )
    expect(await actorOfMachineToken(token)).toBeNull()
  })

  test.each(['', 'desk_', `desk_${'x'.repeat(43)}`, `desk_${'\u0000'.repeat(43)}`, 'session'])(
    'that nobody made is none: %j',
    async (token) => {
      await made()
      expect(await actorOfMachineToken(token)).toBeNull()
    },
  )
})

describe('a machine', () => {
  test('keeps the roles that it was made with', async () => {
    await made({ roles: ['custodian', 'intake'] })
    expect((await made({ roles: ['intake', 'custodian'] })).result).toMatchObject({ ok: true })
    expect((await made({ roles: ['counsel'] })).result).toMatchObject({
      refusal: {
        kind: 'machine-has-roles',
        field: 'roles',
        sentence: expect.stringContaining('intake, custodian'),
      },
    })
    const rows = await reader().select().from(people).where(eq(people.kind, 'machine'))
    expect(rows).toMatchObject([{ name: 'Ledger sync', passwordHash: null, email: '' }])
    expect(
      await reader()
        .select()
        .from(personRoles)
        .where(eq(personRoles.personId, rows[0]?.id ?? 0)),
    ).toHaveLength(2)
  })

  test.each([
    ['with the name of a person', { machine: 'Billing One' }, 'name-taken'],
    ['with the name of the clockwork', { machine: 'Subpoena Desk' }, 'name-taken'],
    ['for days that are over', { lastDayOn: calendarDate('2026-01-04') }, 'day-is-over'],
    ['without a role', { roles: [] }, 'not-understood'],
    ['with a token and no hash of it', { tokenHash: 'desk_secret' }, 'not-understood'],
  ])('%s is not made', async (_name, wanted, kind) => {
    expect((await made(wanted as Wanted)).result).toMatchObject({ ok: false, refusal: { kind } })
    expect(await reader().select().from(people).where(eq(people.kind, 'machine'))).toEqual([])
  })

  test('is made by an administrator or at the terminal, and never by a machine', async () => {
    const input = { machine: 'Another', roles: ['billing' as const], lastDayOn: null }
    const asked = (actor: Parameters<typeof makeMachineToken>[0]) =>
      makeMachineToken(actor, { ...input, tokenHash: newMachineToken().hash })
    expect(await asked({ ...office.actors.administrator, kind: 'machine' })).toMatchObject({
      refusal: { kind: 'not-a-person' },
    })
    expect(await asked(office.actors.counsel)).toMatchObject({ refusal: { kind: 'not-permitted' } })
    expect(await asked(system)).toMatchObject({ ok: true })
  })
})

test('a form that is sent twice makes and shows one token', async () => {
  const [first, again] = [newMachineToken('one form'), newMachineToken('one form')]
  expect(again).toEqual(first)
  expect(newMachineToken('another form').token).not.toBe(first.token)
  expect(newMachineToken().token).not.toBe(newMachineToken().token)
})
