import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/access/actor.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import {
  charges,
  decisions,
  files,
  history,
  inboxLooks,
  outbox,
  productions,
  requesters,
  shipments,
  subpoenas,
} from '../schema.ts'
import { type CaseInTest, caseInTest } from '../testing/case.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { reader, tx } from '../tx.ts'
import { prepareProduction } from './production/prepare.ts'
import { releaseProduction, setAsideProduction } from './production/release.ts'
import { recordShipmentDelivered, shipProduction } from './shipment.ts'

let office: TestOffice
let subpoena: CaseInTest
/** Received and told on Monday 5 January: held to Tuesday 20 January, open on Wednesday 21 January. */
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  subpoena = await caseInTest({ targets: ['subscriber', 'subscriber', 'none', 'open'] })
  office.clock.set('2026-01-12 10:00')
})
afterEach(() => office.close())

const day = calendarDate
const account = { target: 1, description: 'Account record', pages: 8 }
const prepare = (items: readonly object[] = [account]) =>
  prepareProduction(office.actors.custodian, { reference: subpoena.reference, items: items as never })
const release = (actor: Actor = office.actors.otherCustodian, production = 1) =>
  releaseProduction(actor, { reference: subpoena.reference, production, reason: 'The hold is over' })
const ship = (more: object) =>
  shipProduction(office.actors.custodian, {
    reference: subpoena.reference,
    production: 1,
    method: 'by-hand',
    ...more,
  })
const _setAside = (production = 1) =>
  setAsideProduction(office.actors.custodian, {
    reference: subpoena.reference,
    production,
    reason: 'A page is missing',
  })

/** The first moment at which nothing stands in the way. */
async function open(): Promise<void> {
  office.clock.set('2026-01-21 09:00')
  await looked()
}
const looked = () =>
  tx((tx) =>
    tx.insert(inboxLooks).values({ subpoenaId: subpoena.id, at: office.clock.now, byId: 1 }).returning(),
  )
const rows = {
  productions: () => reader().select().from(productions),
  charges: () => reader().select().from(charges),
}
const stored = '7'.repeat(64)
const storeFile = () =>
  tx((tx) =>
    tx.insert(files).values({
      ...{ sha256: stored, size: 1000, contentType: 'application/pdf', name: 'account of ada.pdf', pages: 3 },
      ...{ storedAt: office.clock.now, storedById: 1 },
    }),
  )

describe('a released production leaves', () => {
  beforeEach(async () => {
    await storeFile()
    await prepare([account, { target: 2, description: 'Log', file: stored }])
    await open()
    await release()
  })

  test('by FedEx, with its number and a charge for the parcel', async () => {
    const done = await ship({ method: 'fedex', trackingNumber: '8817 0042 1190' })
    expect(done).toMatchObject({ ok: true, value: { production: 1, shipment: 1 } })
    const [row] = await reader().select().from(shipments)
    expect(row).toMatchObject({
      ...{ method: 'fedex', trackingNumber: '8817 0042 1190', sentTo: 'Oakhurst Tarn LLP' },
      ...{ sentOn: '2026-01-21', deliveredOn: null, outboxId: null },
    })
    expect((await rows.charges()).at(-1)).toMatchObject({
      ...{ kind: 'parcel', quantity: 1, shipmentId: row?.id },
      description: 'Federal Express 8817 0042 1190, to Oakhurst Tarn LLP',
    })
    expect(await ship({ method: 'fedex', trackingNumber: '8817 0042 1201' })).toMatchObject({
      ok: true,
      value: { shipment: 2 },
    })
  })

  test('by e-mail, with the letter, the declaration and the files under their labels', async () => {
    expect(await ship({ method: 'e-mail' })).toMatchObject({ ok: true })
    const [mail] = await reader().select().from(outbox)
    expect(mail).toMatchObject({ kind: 'production', toAddress: 'accounts@oakhursttarn.example' })
    expect(mail?.attachments.map((one) => one.filename)).toEqual([
      'S-2026-00001-production-1-letter.pdf',
      'S-2026-00001-production-1-declaration.pdf',
      'SD-2026-0001-000009-to-000011.pdf',
    ])
    expect(JSON.stringify(mail)).not.toMatch(/ada|Lindqvist/i)
    const [row] = await reader().select().from(shipments)
    expect(row).toMatchObject({ method: 'e-mail', outboxId: mail?.id })
    expect((await rows.charges()).filter((charge) => charge.kind === 'parcel')).toEqual([])
  })

  test('to whom it was released, whatever the requester is or is called since', async () => {
    const { requester } = await caseInTest({ requesterName: 'Stranger LLP' })
    const [row] = await rows.productions()
    expect(row).toMatchObject({
      ...{ recipientName: 'Oakhurst Tarn LLP', recipientEmail: 'accounts@oakhursttarn.example' },
      recipientAddress: expect.stringContaining('Attn: Accounts Payable\n4120 Harrowgate Street'),
    })
    await tx((tx) => tx.update(requesters).set({ name: 'Renamed', email: 'new@firm.example' }))
    await tx((tx) => tx.update(subpoenas).set({ requesterId: Number(requester.slice(2)) }))
    await ship({})
    await ship({ method: 'e-mail' })
    expect((await reader().select().from(shipments)).map(({ sentTo }) => sentTo)).toEqual([
      'Oakhurst Tarn LLP',
      'accounts@oakhursttarn.example',
    ])
  })

  test('elsewhere only by another than who prepared it, for a reason on file that the history does not repeat', async () => {
    const elsewhere = (elsewhereWhy: string) =>
      shipProduction(office.actors.otherCustodian, {
        ...{ reference: subpoena.reference, production: 1, method: 'e-mail' },
        ...{ sentTo: 'records@newfirm.example', elsewhereWhy },
      })
    expect(await elsewhere(' ')).toMatchObject({
      refusal: { kind: 'elsewhere-needs-reason', field: 'elsewhereWhy' },
    })
    expect(await elsewhere('Counsel changed firms.')).toMatchObject({ ok: true })
    expect(await reader().select().from(shipments)).toMatchObject([
      { sentTo: 'records@newfirm.example', elsewhereWhy: 'Counsel changed firms.' },
    ])
    const told = (await reader().select().from(history)).at(-1)?.payload ?? ''
    expect(told).toContain('elsewhere than it was released to')
    expect(told).not.toMatch(/newfirm|Counsel changed/)
    await expect(tx((tx) => tx.update(shipments).set({ elsewhereWhy: '' }))).rejects.toThrow(/never/)
  })

  test('and is recorded as arrived, once', async () => {
    await ship({ method: 'post' })
    office.clock.set('2026-01-23 09:00')
    const arrived = (deliveredOn: string) =>
      recordShipmentDelivered(office.actors.intake, {
        ...{ reference: subpoena.reference, production: 1, shipment: 1 },
        deliveredOn: day(deliveredOn),
      })
    expect(await arrived('2026-01-20')).toMatchObject({ ok: false, refusal: { kind: 'before-sent' } })
    expect(await arrived('2026-01-24')).toMatchObject({ ok: false, refusal: { kind: 'in-the-future' } })
    expect(await arrived('2026-01-23')).toMatchObject({ ok: true })
    expect(await arrived('2026-01-23')).toMatchObject({ ok: false, refusal: { kind: 'delivered-before' } })
    expect((await reader().select().from(shipments))[0]?.deliveredOn).toBe('2026-01-23')
    await expect(tx((tx) => tx.update(shipments).set({ sentTo: 'Somebody' }))).rejects.toThrow(/never/)
  })

  test.each([
    { name: 'FedEx without a tracking number', more: { method: 'fedex' }, kind: 'tracking-needed' },
    { name: 'tomorrow', more: { sentOn: day('2026-01-22') }, kind: 'in-the-future' },
    { name: 'before its release', more: { sentOn: day('2026-01-20') }, kind: 'before-released' },
    { name: 'an e-mail to a name', more: { method: 'e-mail', sentTo: 'Theo' }, kind: 'address-needed' },
    {
      name: 'an e-mail by the preparer to somebody else',
      more: { method: 'e-mail', sentTo: 'friend@private.example', elsewhereWhy: 'They asked.' },
      kind: 'elsewhere-by-another',
    },
    {
      name: 'a parcel by the preparer to somebody else',
      more: { sentTo: 'A friend', elsewhereWhy: 'They asked.' },
      kind: 'elsewhere-by-another',
    },
    { name: 'one that is not there', more: { production: 7 }, kind: 'no-such-production' },
  ])('$name is refused: $kind', async ({ more, kind }) => {
    expect(await ship(more)).toMatchObject({ ok: false, refusal: { kind } })
    expect(await reader().select().from(shipments)).toEqual([])
  })

  test('not when the subpoena was withdrawn between the release and the parcel', async () => {
    await tx((tx) =>
      tx
        .insert(decisions)
        .values({
          ...{ subpoenaId: subpoena.id, kind: 'withdrawn', reason: 'Settled', deficiencies: [] },
          ...{ decidedOn: day('2026-01-21'), at: office.clock.now, byId: 1 },
        })
        .returning(),
    )
    expect(await ship({ method: 'e-mail' })).toMatchObject({ ok: false, refusal: { kind: 'cannot-leave' } })
    expect(await reader().select().from(outbox)).toEqual([])
  })
})

test('what is not released does not leave', async () => {
  await prepare()
  expect(await ship({})).toMatchObject({ ok: false, refusal: { kind: 'not-released' } })
})
