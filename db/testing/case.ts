import { type CalendarDate, calendarDate } from '#lib/calendar/date.ts'
import { dayOf, type Instant } from '#lib/calendar/instant.ts'
import { takeNumber } from '../counters.ts'
import { theOffice } from '../open_office.ts'
import { currentPolicy } from '../queries/office.ts'
import {
  decisions,
  files,
  inboxLooks,
  notices,
  noticeTargets,
  papers,
  requesters,
  subpoenas,
  subscribers,
  targets,
  termsEvents,
} from '../schema.ts'
import { type Tx, tx } from '../tx.ts'

const zone = 'America/Los_Angeles'

export type CaseInTest = { readonly id: number; readonly reference: string; readonly requester: string }

type Wanted = {
  readonly caption?: string
  readonly caseNumber?: string
  /** How each target was found; one subscriber for all that are 'subscriber'. */
  readonly targets?: readonly ('subscriber' | 'none' | 'open')[]
  readonly accepted?: boolean
  readonly terms?: 'agreed' | 'sent'
  /** The day the notice to the subscriber took effect; null: nobody was told. */
  readonly noticedOn?: string | null
  readonly lastDayOn?: string
  readonly deemedReceivedOn?: string
  readonly inboxLookedAt?: Instant | null
  /** Another case of the same requester. */
  readonly requester?: string
  readonly requesterName?: string
}

/** A subpoena as rows, by default one that is accepted, agreed, told and looked after: for tests of what comes later. */
export async function caseInTest(wanted: Wanted = {}): Promise<CaseInTest> {
  return tx((tx) => insertCase(tx, wanted))
}

async function insertCase(tx: Tx, wanted: Wanted): Promise<CaseInTest> {
  const { now, today, byId } = moment()
  const sequence = await takeNumber(tx, `reference-${today.slice(0, 4)}`)
  const reference = `S-${today.slice(0, 4)}-${String(sequence).padStart(5, '0')}`
  const requester = wanted.requester ?? (await insertRequester(tx, wanted.requesterName))
  const requesterId = Number(requester.slice(2))
  const policy = await currentPolicy(tx)
  const paperSha256 = String(sequence).padStart(64, '0')
  await tx.insert(files).values({
    sha256: paperSha256,
    size: 10,
    contentType: 'application/pdf',
    name: 'subpoena.pdf',
    pages: 6,
    storedAt: now,
    storedById: byId,
  })
  const deemedReceivedOn = calendarDate(wanted.deemedReceivedOn ?? today)
  const [row] = await tx
    .insert(subpoenas)
    .values({
      reference,
      processType: 'ao-88b',
      court: 'C.D. Cal.',
      county: '',
      issuingState: 'CA',
      caption: wanted.caption ?? 'Larkmoor Dental v. Doe 1',
      caseNumber: wanted.caseNumber ?? '2:26-cv-99011-ABC-DE',
      caseNumberKey: '226cv99011',
      issuingParty: 'Larkmoor Dental',
      issuingAttorney: 'Theodora Quorn',
      issuedOn: deemedReceivedOn,
      requesterId,
      billToId: requesterId,
      obligor: '',
      serviceMethod: 'personal',
      servedAt: now,
      receivedAt: now,
      deemedReceivedOn,
      compliancePlace: '',
      recordsRequested: 'Documents sufficient to identify the subscriber.',
      policyVersion: policy.version,
      paperSha256,
      paperName: 'subpoena.pdf',
      loggedAt: now,
      loggedById: byId,
      stage: 'to-review',
      billing: 'none',
    })
    .returning({ id: subpoenas.id })
  const id = row?.id ?? 0
  await insertProgress(tx, id, wanted)
  return { id, reference, requester }
}

async function insertRequester(tx: Tx, name = 'Oakhurst Tarn LLP'): Promise<string> {
  const number = `R-${String(await takeNumber(tx, 'requester')).padStart(5, '0')}`
  await tx.insert(requesters).values({
    number,
    name,
    attention: 'Attn: Accounts Payable',
    address: '4120 Harrowgate Street, Suite 900\nLos Angeles, CA 90010',
    email: 'accounts@oakhursttarn.example',
    phone: '',
    fax: '',
    note: '',
    createdAt: moment().now,
  })
  return number
}

async function insertProgress(tx: Tx, subpoenaId: number, wanted: Wanted): Promise<void> {
  const { now: at, today, byId } = moment()
  const { accepted = true, terms = 'agreed', inboxLookedAt = at, noticedOn = today } = wanted
  if (accepted) {
    const decision = { kind: 'accepted', reason: '', deficiencies: [], decidedOn: today, at, byId } as const
    await tx.insert(decisions).values({ ...decision, deficiencies: [], subpoenaId })
  }
  await tx
    .insert(termsEvents)
    .values({ subpoenaId, kind: terms, reason: 'By letter.', onDate: today, at, byId })
  if (inboxLookedAt !== null) await tx.insert(inboxLooks).values({ subpoenaId, at: inboxLookedAt, byId })
  const told: number[] = []
  let subscriberId: number | null = null
  for (const [index, found] of (wanted.targets ?? ['subscriber']).entries()) {
    if (found === 'subscriber') subscriberId ??= await insertSubscriber(tx)
    const [target] = await tx
      .insert(targets)
      .values({
        subpoenaId,
        number: index + 1,
        kind: 'fax',
        identifier: `1-323-555-01${String(index).padStart(2, '0')}`,
        period: '',
        subscriberId: found === 'subscriber' ? subscriberId : null,
        noneFound: found === 'none',
        searched: found === 'none' ? 'Accounts, numbers and logs since 2019, Pacific time.' : '',
        resolvedAt: found === 'open' ? null : at,
        resolvedById: found === 'open' ? null : byId,
      })
      .returning({ id: targets.id })
    if (found === 'subscriber') told.push(target?.id ?? 0)
  }
  if (subscriberId !== null && noticedOn !== null) {
    const on = calendarDate(noticedOn)
    const lastDayOn = calendarDate(wanted.lastDayOn ?? on)
    await insertNotice(tx, { subpoenaId, subscriberId, on, lastDayOn, told })
  }
}

async function insertSubscriber(tx: Tx): Promise<number> {
  const number = `U-${String(await takeNumber(tx, 'subscriber')).padStart(5, '0')}`
  const [row] = await tx
    .insert(subscribers)
    .values({
      number,
      name: 'Ada Lindqvist',
      email: 'ada@subscriber.example',
      address: '12 Alder Row\nPasadena, CA 91101',
      account: '7731-0042',
      language: 'en',
      createdAt: moment().now,
    })
    .returning({ id: subscribers.id })
  return row?.id ?? 0
}

type NoticeInTest = {
  subpoenaId: number
  subscriberId: number
  on: CalendarDate
  lastDayOn: CalendarDate
  told: readonly number[]
}

async function insertNotice(tx: Tx, { subpoenaId, subscriberId, on, lastDayOn, told }: NoticeInTest) {
  const { now, byId } = moment()
  const [paper] = await tx
    .insert(papers)
    .values({
      kind: 'notice',
      subpoenaId,
      language: 'en',
      sha256: '0'.repeat(64),
      layout: 1,
      pages: 1,
      bytes: Buffer.from('%PDF-'),
      createdAt: now,
    })
    .returning({ id: papers.id })
  const [notice] = await tx
    .insert(notices)
    .values({
      subpoenaId,
      number: await takeNumber(tx, `notice-of-${subpoenaId}`),
      subscriberId,
      channel: 'e-mail',
      language: 'en',
      paperId: paper?.id ?? 0,
      copyEnclosed: false,
      lastDayOn,
      effectiveOn: on,
      at: now,
      byId,
    })
    .returning({ id: notices.id })
  for (const targetId of told) await tx.insert(noticeTargets).values({ noticeId: notice?.id ?? 0, targetId })
}

function moment() {
  const now = theOffice().clock()
  return { now, today: dayOf(now, zone), byId: 1 }
}
