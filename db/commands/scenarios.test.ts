import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { cents, formatMoney } from '#lib/money.ts'
import { publishedPolicy } from '#lib/policy/policy.ts'
import { outbox, papers, requesters, subpoenas } from '../schema.ts'
import { DeskInTest, done } from '../testing/desk.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { paperInTest } from '../testing/paper.ts'
import { textOfPdf } from '../testing/pdf_text.ts'
import { reader } from '../tx.ts'
import { addCharge } from './charge.ts'
import { newPolicyVersion } from './settings.ts'
import { withdrawSubpoena } from './withdrawal.ts'

/** Cases of the domain from the served paper to the paid invoice, by commands alone, with their days and totals. */

let office: TestOffice
afterEach(() => office.close())

async function openedOn(when: string): Promise<DeskInTest> {
  office = await testOffice(when)
  return new DeskInTest(office)
}

const billing = async (desk: DeskInTest) =>
  (await reader().select().from(subpoenas).where(eq(subpoenas.reference, desk.reference)))[0]?.billing

/** Issues, reads the paper back, records the receipt and pays by one check. */
async function paid(desk: DeskInTest, wanted: { total: string; receivedOn: string; dueOn: string }) {
  const { number, total } = await desk.invoice()
  expect(formatMoney(total)).toBe(wanted.total)
  const [paper] = await reader().select().from(papers).where(eq(papers.kind, 'invoice'))
  const text = await textOfPdf(paper?.bytes ?? Buffer.alloc(0))
  for (const words of [number, wanted.total, 'Checks payable to j2 Cloud Services, Inc.', 'Within 15 days']) {
    expect(text).toContain(words)
  }
  const [mail] = (await reader().select().from(outbox)).filter((row) => row.kind === 'invoice')
  expect(mail).toMatchObject({ state: 'sent', subject: expect.stringContaining(number) })
  desk.on(`${wanted.receivedOn} 16:00`)
  expect(await desk.received(number, wanted.receivedOn)).toBe(wanted.dueOn)
  expect(await billing(desk)).toBe('due')
  const [requester] = await reader().select().from(requesters)
  desk.on(`${wanted.dueOn} 09:00`)
  expect(await desk.pay(requester?.number ?? '', '10442', total)).toMatchObject({ left: 0 })
  expect(await billing(desk)).toBe('paid')
}

test('1, baseline: served and told, held to 20 January, released on the 21st, $159.00 due 9 February', async () => {
  const desk = await openedOn('2026-01-05 09:30')
  await desk.log('2026-01-05 09:40')
  const subscriber = await desk.acceptAndFind()
  await desk.agree()
  desk.on('2026-01-06 10:00')
  expect(await desk.notify(subscriber)).toMatchObject({ lastDayOn: '2026-01-20' })
  await desk.research(90)
  await desk.prepare(8)
  desk.on('2026-01-20 23:59')
  expect(await desk.release()).toMatchObject({ ok: false, refusal: { kind: 'cannot-release' } })
  desk.on('2026-01-21 00:01')
  done(await desk.release())
  await desk.ship('fedex')
  desk.on('2026-01-22 10:00')
  await paid(desk, { total: '$159.00', receivedOn: '2026-01-23', dueOn: '2026-02-09' })
})

test('4, leap day: held to 29 February 2028, released on 1 March, $104.25 due 17 March', async () => {
  const desk = await openedOn('2028-02-15 09:30')
  await desk.log('2028-02-15 09:40', { court: 'D. Ariz.', caseNumber: '2:28-cv-99014' })
  await desk.notify(await desk.acceptAndFind())
  await desk.agree()
  await desk.research(54)
  await desk.prepare(5)
  desk.on('2028-02-29 23:00')
  expect((await desk.release()).ok).toBe(false)
  desk.on('2028-03-01 08:00')
  done(await desk.release())
  await desk.ship('fedex')
  await paid(desk, { total: '$104.25', receivedOn: '2028-03-02', dueOn: '2028-03-17' })
})

test('9, court order sooner: released on 10 July and not before, $302.00 due 29 July', async () => {
  const desk = await openedOn('2026-07-07 09:30')
  await desk.log('2026-07-07 09:40', {
    processType: 'court-order',
    court: 'Orange Super.',
    caseNumber: '30-2026-01999019-CU-DF-CJC',
  })
  await desk.notify(await desk.acceptAndFind())
  await desk.agree()
  await desk.earlyRelease('court-order', calendarDate('2026-07-10'))
  await desk.research(180)
  await desk.prepare(40)
  desk.on('2026-07-09 17:00')
  expect((await desk.release()).ok).toBe(false)
  desk.on('2026-07-10 09:00')
  done(await desk.release())
  await desk.ship('fedex')
  desk.on('2026-07-13 09:00')
  await paid(desk, { total: '$302.00', receivedOn: '2026-07-14', dueOn: '2026-07-29' })
})

test('22, deposition of the custodian: testimony at the office’s own rate, $720.00 due 31 August', async () => {
  const desk = await openedOn('2026-07-20 09:30')
  const { version, calendars, ...policy } = publishedPolicy
  done(
    await newPolicyVersion(office.actors.administrator, {
      ...policy,
      ...{ reason: 'A rate for testimony', researchCentsPerHour: cents(9000), pageCents: cents(25) },
      ...{ parcelCents: cents(2200), testimonyCentsPerHour: cents(15_000) },
    }),
  )
  await desk.log('2026-07-20 09:40', { processType: 'ao-88a', caseNumber: '3:26-cv-99032' })
  await desk.notify(await desk.acceptAndFind())
  await desk.agree()
  await desk.research(120)
  await desk.prepare(60)
  desk.on('2026-08-04 09:00')
  done(await desk.release())
  await desk.ship('e-mail')
  done(
    await addCharge(office.actors.custodian, {
      ...{ reference: desk.reference, kind: 'testimony', minutes: 210, workedOn: desk.today },
      description: 'Deposition of the custodian',
    }),
  )
  desk.on('2026-08-13 09:00')
  await paid(desk, { total: '$720.00', receivedOn: '2026-08-14', dueOn: '2026-08-31' })
})

test('23, the subscriber consents: released the same day, $69.00 by e-mail', async () => {
  const desk = await openedOn('2026-10-22 09:30')
  await desk.log('2026-10-22 09:40', { court: 'E.D. Cal.', caseNumber: '2:26-cv-99033' })
  await desk.notify(await desk.acceptAndFind())
  await desk.agree()
  await desk.research(45)
  await desk.prepare(6)
  desk.on('2026-10-26 10:00')
  expect((await desk.release()).ok).toBe(false)
  await desk.earlyRelease('consent', calendarDate('2026-10-26'))
  done(await desk.release())
  await desk.ship('e-mail')
  await paid(desk, { total: '$69.00', receivedOn: '2026-10-26', dueOn: '2026-11-10' })
})

test('24, withdrawn: nothing leaves, the subscriber is told, the hour is billed, due 6 January 2027', async () => {
  const desk = await openedOn('2026-12-11 09:30')
  await desk.log('2026-12-11 09:40', { processType: 'subp-035', caseNumber: '26STCP99034' })
  await desk.notify(await desk.acceptAndFind())
  await desk.agree()
  await desk.research(60)
  await desk.prepare(3)
  desk.on('2026-12-21 10:00')
  const { intake } = office.actors
  const file = await paperInTest(intake, 'a withdrawal')
  const withdrawnOn = calendarDate('2026-12-21')
  const told = await withdrawSubpoena(intake, { reference: desk.reference, withdrawnOn, file, reason: '' })
  expect(done(told)).toMatchObject({ told: ['U-00001'] })
  desk.on('2026-12-22 09:00')
  await paid(desk, { total: '$90.00', receivedOn: '2026-12-22', dueOn: '2027-01-06' })
  expect(await desk.release()).toMatchObject({ ok: false, refusal: { kind: 'cannot-release' } })
})
