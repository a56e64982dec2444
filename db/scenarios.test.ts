/** Whole stories of the trade, through the commands and by the calendar, with their dates and their totals. */
import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { formatMoney } from '#lib/money.ts'
import { laneOf } from '#lib/subpoena/lane.ts'
import { blockers } from '#lib/subpoena/release.ts'
import { askEarlyRelease } from './commands/early_release/ask.ts'
import { approveEarlyRelease, refuseEarlyRelease } from './commands/early_release/decide.ts'
import { closeSubpoena } from './commands/subpoena/close.ts'
import { withdrawSubpoena } from './commands/withdrawal.ts'
import { loadSubpoena } from './load.ts'
import { todayOf } from './queries/office.ts'
import { invoices, letters, outbox, papers, subpoenas } from './schema.ts'
import { done, said } from './testing/answers.ts'
import { type TestOffice, testOffice } from './testing/office.ts'
import { textOfPdf } from './testing/pdf_text.ts'
import { Play } from './testing/play.ts'
import { reader } from './tx.ts'
import { verifyOffice } from './verify.ts'

let office: TestOffice
let play: Play
beforeEach(async () => {
  office = await testOffice('2025-12-15 10:00')
  play = new Play(office)
})
afterEach(async () => {
  expect(await verifyOffice()).toMatchObject({ fault: null })
  await office.close()
})

/** What the desk knows of a subpoena today. */
async function known(reference: string) {
  const loaded = await loadSubpoena(reader(), reference)
  if (!loaded) throw new Error(`There is no ${reference}.`)
  const today = await todayOf(reader())
  const lanes = loaded.facts.targets.map((target) => laneOf(target, loaded.facts, loaded.calendar, today))
  const against = blockers(
    loaded.facts,
    loaded.facts.targets.map(({ number }) => number),
    loaded.calendar,
    {
      now: office.clock.now,
      today,
    },
  )
  return {
    stage: loaded.row.stage,
    billing: loaded.row.billing,
    deemedReceivedOn: loaded.row.deemedReceivedOn,
    lanes: lanes.map(({ lane }) => lane),
    holdEndsOn: lanes[0]?.holdEndsOn.value,
    opensOn: lanes[0]?.opensOn?.value,
    against: against.map(({ kind }) => kind),
  }
}

async function totalOf(number: string): Promise<string> {
  const [row] = await reader().select().from(invoices).where(eq(invoices.number, number))
  return formatMoney(row?.totalCents ?? (0 as never))
}

async function requesterOf(reference: string): Promise<string> {
  const [row] = await reader()
    .select({ id: subpoenas.billToId })
    .from(subpoenas)
    .where(eq(subpoenas.reference, reference))
  return `R-${String(row?.id).padStart(5, '0')}`
}

test('the baseline: a Doe defamation subpoena, from the served paper to the paid invoice', async () => {
  const reference = await play.log({ received: '2026-01-05 10:00', compliance: '2026-02-06' })
  expect(reference).toBe('S-2026-00001')
  expect(await known(reference)).toMatchObject({ stage: 'to-review', deemedReceivedOn: '2026-01-05' })
  await play.accept(reference)
  expect((await known(reference)).stage).toBe('to-research')
  const subscriber = await play.find(reference)
  expect((await known(reference)).stage).toBe('to-notify')

  office.clock.set('2026-01-06 11:00')
  await play.notify(reference, subscriber)
  expect(await known(reference)).toMatchObject({
    stage: 'on-hold',
    holdEndsOn: '2026-01-20',
    opensOn: '2026-01-21',
  })
  await play.research(reference, 90, '2026-01-06')
  const production = await play.prepare(reference, 8)
  await play.agree(reference, '2026-01-06')

  office.clock.set('2026-01-20 23:59')
  await play.lookAtInbox(reference)
  const early = await play.release(reference, production)
  expect(early).toMatchObject({ ok: false, refusal: { kind: 'cannot-release' } })
  expect((await known(reference)).against).toEqual(['hold-not-over'])

  office.clock.set('2026-01-21 09:00')
  expect((await known(reference)).lanes).toEqual(['ready'])
  expect(await said(play.release(reference, production))).toBe('done')
  await play.ship(reference, production)
  expect((await known(reference)).stage).toBe('answered')

  const number = await play.invoice(reference)
  expect(number).toBe('INV-2026-00001')
  expect(await totalOf(number)).toBe('$159.00')
  const [paper] = await reader().select().from(papers).where(eq(papers.kind, 'invoice'))
  const text = await textOfPdf(paper?.bytes ?? Buffer.alloc(0))
  for (const words of [
    'INV-2026-00001',
    '$159.00',
    'Checks payable to j2 Cloud Services, Inc.',
    'S-2026-00001',
    '2:26-cv-99011-ABC-DE',
  ]) {
    expect(text).toContain(words)
  }
  office.clock.set('2026-01-23 15:00')
  expect(await play.receipt(number, '2026-01-23')).toBe('2026-02-09')
  expect((await known(reference)).billing).toBe('due')
  office.clock.set('2026-02-05 12:00')
  await play.pay(await requesterOf(reference), 15_900, '2026-02-05')
  expect((await known(reference)).billing).toBe('paid')
  await done(closeSubpoena(office.actors.counsel, { reference }))
  expect((await known(reference)).stage).toBe('closed')
})

test('a leap day is the last day of the hold', async () => {
  const reference = await play.log({
    received: '2028-02-15 10:00',
    court: 'D. Ariz.',
    caseNumber: '2:28-cv-99014',
  })
  await play.accept(reference)
  await play.agree(reference, '2028-02-15')
  await play.notify(reference, await play.find(reference))
  expect(await known(reference)).toMatchObject({ holdEndsOn: '2028-02-29', opensOn: '2028-03-01' })
  await play.research(reference, 54, '2028-02-15')
  const production = await play.prepare(reference, 5)
  office.clock.set('2028-02-29 23:00')
  await play.lookAtInbox(reference)
  expect(await said(play.release(reference, production))).toBe('cannot-release')
  office.clock.set('2028-03-01 08:00')
  expect(await said(play.release(reference, production))).toBe('done')
  await play.ship(reference, production)
  const number = await play.invoice(reference)
  expect(await totalOf(number)).toBe('$104.25')
  office.clock.set('2028-03-02 12:00')
  expect(await play.receipt(number, '2028-03-02')).toBe('2028-03-17')
})

test('a court order opens the release sooner, when counsel who is another approves it', async () => {
  const reference = await play.log({
    received: '2026-07-07 10:00',
    processType: 'court-order',
    court: 'Orange Co.',
    caseNumber: '30-2026-01999019-CU-DF-CJC',
    compliance: '2026-07-13',
  })
  await play.accept(reference)
  await play.agree(reference, '2026-07-07')
  await play.notify(reference, await play.find(reference))
  expect((await known(reference)).holdEndsOn).toBe('2026-07-21')
  await play.research(reference, 180, '2026-07-07')
  const production = await play.prepare(reference, 40)
  const asked = {
    reference,
    ground: 'court-order' as const,
    targets: [1],
    opensOn: calendarDate('2026-07-10'),
    reason: 'The order says by Monday 13 July.',
    file: await play.paper('order'),
    dangerToLife: false,
    consentVerified: false,
  }
  await done(askEarlyRelease(office.actors.counsel, asked))
  const decided = { reference, earlyRelease: 1, reason: 'The order is on file.' }
  expect(await said(approveEarlyRelease(office.actors.counsel, decided))).not.toBe('done')
  await done(approveEarlyRelease(office.actors.otherCounsel, decided))
  office.clock.set('2026-07-09 16:00')
  await play.lookAtInbox(reference)
  expect(await said(play.release(reference, production))).toBe('cannot-release')
  office.clock.set('2026-07-10 09:00')
  expect(await said(play.release(reference, production))).toBe('done')
  await play.ship(reference, production)
  const number = await play.invoice(reference)
  expect(await totalOf(number)).toBe('$302.00')
  office.clock.set('2026-07-14 09:00')
  expect(await play.receipt(number, '2026-07-14')).toBe('2026-07-29')
})

test('a hearing on Friday is no emergency: counsel refuses and the hold stands', async () => {
  const reference = await play.log({
    received: '2026-06-10 10:00',
    caseNumber: 'CVRI2699020',
    compliance: '2026-06-12',
  })
  await play.accept(reference)
  await play.agree(reference, '2026-06-10')
  await play.notify(reference, await play.find(reference))
  const asked = {
    reference,
    ground: 'emergency' as const,
    targets: [1],
    opensOn: calendarDate('2026-06-11'),
    reason: 'The hearing is on Friday.',
    file: await play.paper('letter'),
    dangerToLife: false,
    consentVerified: false,
  }
  expect(await said(askEarlyRelease(office.actors.custodian, asked))).not.toBe('done')
  await done(askEarlyRelease(office.actors.custodian, { ...asked, dangerToLife: true }))
  await done(
    refuseEarlyRelease(office.actors.counsel, { reference, earlyRelease: 1, reason: 'Nobody is in danger.' }),
  )
  expect(await known(reference)).toMatchObject({
    holdEndsOn: '2026-06-24',
    opensOn: '2026-06-25',
    lanes: ['on-hold'],
  })
})

test('the subscriber’s verified consent ends the hold on the day it is approved', async () => {
  const reference = await play.log({
    received: '2026-10-22 10:00',
    court: 'E.D. Cal.',
    caseNumber: '2:26-cv-99033',
  })
  await play.accept(reference)
  await play.agree(reference, '2026-10-22')
  await play.notify(reference, await play.find(reference))
  expect(await known(reference)).toMatchObject({ holdEndsOn: '2026-11-05', opensOn: '2026-11-06' })
  await play.research(reference, 45, '2026-10-22')
  const production = await play.prepare(reference, 6)
  office.clock.set('2026-10-26 10:00')
  const consent = {
    reference,
    ground: 'consent' as const,
    targets: [1],
    opensOn: calendarDate('2026-10-26'),
    reason: 'Signed and checked against the account.',
    file: await play.paper('consent'),
    dangerToLife: false,
    consentVerified: true,
  }
  await done(askEarlyRelease(office.actors.custodian, consent))
  await done(approveEarlyRelease(office.actors.counsel, { reference, earlyRelease: 1, reason: 'Verified.' }))
  await play.lookAtInbox(reference)
  expect(await said(play.release(reference, production))).toBe('done')
  expect(await totalOf(await play.invoice(reference))).toBe('$69.00')
})

test('a subpoena that is withdrawn: the subscriber is told, nothing leaves, the work is billed', async () => {
  const reference = await play.log({
    received: '2026-12-11 10:00',
    court: 'L.A. Super.',
    caseNumber: '26STCP99034',
  })
  await play.accept(reference)
  await play.agree(reference, '2026-12-11')
  await play.notify(reference, await play.find(reference))
  expect(await known(reference)).toMatchObject({ holdEndsOn: '2026-12-28' })
  await play.research(reference, 60, '2026-12-11')
  const production = await play.prepare(reference, 3)
  office.clock.set('2026-12-21 10:00')
  const withdrawnOn = calendarDate('2026-12-21')
  await done(
    withdrawSubpoena(office.actors.counsel, {
      reference,
      withdrawnOn,
      file: await play.paper('withdrawal'),
      reason: '',
    }),
  )
  expect(await known(reference)).toMatchObject({ stage: 'withdrawn', lanes: ['withdrawn'] })
  const told = await reader()
    .select({ to: outbox.toAddress })
    .from(letters)
    .innerJoin(outbox, eq(outbox.id, letters.outboxId))
    .where(and(eq(letters.kind, 'withdrawal-told'), eq(letters.recipient, 'subscriber')))
  expect(told).toEqual([{ to: 'ada@subscriber.example' }])
  office.clock.set('2027-01-05 10:00')
  await play.lookAtInbox(reference)
  expect(await said(play.release(reference, production))).toBe('cannot-release')
  office.clock.set('2026-12-22 10:00')
  const number = await play.invoice(reference)
  expect(await totalOf(number)).toBe('$90.00')
  expect(await play.receipt(number, '2026-12-22')).toBe('2027-01-06')
})
