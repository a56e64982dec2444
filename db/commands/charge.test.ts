import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { cents } from '#lib/money.ts'
import { unbilledCharges } from '../queries/charges.ts'
import { charges, history, researchEntries, subpoenas } from '../schema.ts'
import { type CaseInTest, caseInTest } from '../testing/case.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { reader } from '../tx.ts'
import { addCharge, dropCharge } from './charge.ts'
import { recordResearch } from './research.ts'

let office: TestOffice
let subpoena: CaseInTest
beforeEach(async () => {
  office = await testOffice('2026-01-12 10:00')
  subpoena = await caseInTest()
})
afterEach(() => office.close())

const today = calendarDate('2026-01-12')

const research = () => ({
  reference: subpoena.reference,
  minutes: 90,
  workedOn: today,
  searched: 'The logs of 1-323-555-0100',
})

describe('research', () => {
  test('is kept with what was searched, and makes a charge that does not say it', async () => {
    const done = await recordResearch(office.actors.custodian, research())
    expect(done).toMatchObject({ ok: true, value: { entry: 1, charge: 1 } })
    const [entry] = await reader().select().from(researchEntries)
    expect(entry).toMatchObject({ minutes: 90, searched: 'The logs of 1-323-555-0100', workedOn: today })
    const [charge] = await reader().select().from(charges)
    expect(charge).toMatchObject({ kind: 'research', description: 'Research', quantity: 90, cents: null })
    const [row] = await reader().select().from(subpoenas).where(eq(subpoenas.id, subpoena.id))
    expect(row?.billing).toBe('unbilled')
    const told = await reader().select().from(history)
    expect(JSON.stringify(told)).not.toContain('323-555')
  })

  test('says on the invoice what was written for the invoice', async () => {
    await recordResearch(office.actors.counsel, { ...research(), billedAs: 'Research: transmission logs' })
    expect(await unbilledCharges(reader(), subpoena.id)).toEqual([
      expect.objectContaining({ number: 1, description: 'Research: transmission logs', quantity: 90 }),
    ])
  })

  test.each([
    { name: 'tomorrow', change: { workedOn: calendarDate('2026-01-13') }, field: 'workedOn' },
    { name: 'a character that cannot be printed', change: { billedAs: 'Logs ꙮ' }, field: 'billedAs' },
  ])('of $name is refused beside its field', async ({ change, field }) => {
    const refused = await recordResearch(office.actors.custodian, { ...research(), ...change })
    expect(refused).toMatchObject({ ok: false, refusal: { field } })
    expect(await reader().select().from(researchEntries)).toEqual([])
  })

  test.each([0, -5, 7.5, 1441])('of %s minutes is not understood', async (minutes) => {
    const refused = await recordResearch(office.actors.custodian, { ...research(), minutes })
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'not-understood' } })
  })

  test('is not recorded by billing', async () => {
    const refused = await recordResearch(office.actors.billing, research())
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'not-permitted' } })
  })
})

describe('other charges', () => {
  const line = () => ({
    reference: subpoena.reference,
    kind: 'other' as const,
    workedOn: today,
    description: 'Certified copy',
  })

  test('a free line carries its amount', async () => {
    const done = await addCharge(office.actors.billing, { ...line(), cents: cents(1250) })
    expect(done).toMatchObject({ ok: true, value: { charge: 1 } })
    const [charge] = await reader().select().from(charges)
    expect(charge).toMatchObject({ kind: 'other', cents: 1250, quantity: 1, description: 'Certified copy' })
  })

  test.each([
    { name: 'a free line without an amount', change: {}, kind: 'amount-needed' },
    { name: 'testimony without minutes', change: { kind: 'testimony' as const }, kind: 'minutes-needed' },
    {
      name: 'testimony without a rate',
      change: { kind: 'testimony' as const, minutes: 210 },
      kind: 'testimony-needs-a-rate',
    },
    { name: 'a later day', change: { workedOn: calendarDate('2026-01-13') }, kind: 'in-the-future' },
  ])('$name is refused: $kind', async ({ change, kind }) => {
    const refused = await addCharge(office.actors.billing, { ...line(), ...change })
    expect(refused).toMatchObject({ ok: false, refusal: { kind } })
  })

  test('a dropped charge stays on file with the reason, is not billed, and is dropped once', async () => {
    await recordResearch(office.actors.custodian, research())
    const drop = { reference: subpoena.reference, charge: 1, reason: 'Entered twice' }
    expect(await dropCharge(office.actors.billing, drop)).toMatchObject({ ok: true })
    const [charge] = await reader().select().from(charges)
    expect(charge).toMatchObject({ droppedWhy: 'Entered twice', droppedById: office.actors.billing.id })
    expect(await unbilledCharges(reader(), subpoena.id)).toEqual([])
    expect(await dropCharge(office.actors.billing, drop)).toMatchObject({
      ok: false,
      refusal: { kind: 'charge-dropped' },
    })
    expect(await dropCharge(office.actors.billing, { ...drop, charge: 7 })).toMatchObject({
      ok: false,
      refusal: { kind: 'no-such-charge' },
    })
  })
})
