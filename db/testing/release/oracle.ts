/**
 * A second opinion on what may be released, for the model test: written from the promise alone, without the rules of
 * lib, from what the test told the office and heard accepted.
 */

export type Told = {
  /** Days are "YYYY-MM-DD". */
  readonly deemedReceivedOn: string
  judgement: string | null
  terms: string | null
  inboxLookedAt: number | null
  closed: boolean
  /** The office's time zone, and the days on which it does not work. */
  zone: string
  readonly holidays: Set<string>
  /** The zone or the holidays were changed: more may be held back than the promise needs. */
  wasMoved: boolean
  /** Whose each target is: a subscriber's number, 'none', or null. */
  readonly owners: Map<number, string | null>
  readonly notices: NoticeTold[]
  readonly bars: { targets: number[]; endsOn: string | null; lifted: boolean }[]
  readonly objections: ObjectionTold[]
  readonly early: { targets: number[]; opensOn: string; askedBy: number; approvedBy: number | null }[]
  readonly productions: ProductionTold[]
  /** By Message-ID: which production it carries, and to whom. */
  readonly mails: Map<string, { production: number; to: string }>
}
export type ProductionTold = {
  targets: number[]
  kind: string
  preparedBy: number
  state: string
  hasLeft: boolean
}
export type NoticeTold = {
  to: string
  targets: number[]
  lastDayOn: string
  /** The first day after it on which the office worked, by the calendar of that day, and the zone of its days. */
  opensOn: string
  zone: string
  /** Null while nobody knows that it arrived. */
  effectiveOn: string | null
  failed: boolean
  /** A letter takes effect once it is said to be posted; no mail server has a hand in it. */
  isLetter: boolean
}
export type ObjectionTold = {
  targets: number[]
  effect: string
  until: string | null
  outcome: string | null
}

export const nothingTold = (deemedReceivedOn: string, targets: readonly number[]): Told => ({
  deemedReceivedOn,
  judgement: null,
  terms: null,
  inboxLookedAt: null,
  closed: false,
  zone: 'America/Los_Angeles',
  holidays: new Set(holidays),
  wasMoved: false,
  owners: new Map(targets.map((number) => [number, null])),
  notices: [],
  bars: [],
  objections: [],
  early: [],
  productions: [],
  mails: new Map(),
})

/** The office said that these notices do not go. */
export function fail(told: Told, numbers: readonly number[]): void {
  for (const number of numbers) {
    const notice = told.notices[number - 1]
    if (notice) notice.failed = true
  }
}

/** Federal and California court holidays of the months in which the model lives. */
const holidays = [
  '2026-01-01',
  '2026-01-19',
  '2026-02-12',
  '2026-02-16',
  '2026-03-31',
  '2026-05-25',
  '2026-06-19',
]

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

type Calendar = Pick<Told, 'holidays'>

function isClosed(day: string, { holidays }: Calendar): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 || holidays.has(day)
}

/** The first day from this one on which the office works. */
export function openFrom(day: string, calendar: Calendar): string {
  let on = day
  while (isClosed(on, calendar)) on = plusDays(on, 1)
  return on
}

const dayAt = (now: number, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now)

/** Everything that the promise says against releasing these targets at a moment. Empty: nothing does. */
export function forbidden(told: Told, targets: readonly number[], now: number): string[] {
  const found: string[] = []
  if (told.closed) found.push('closed')
  if (told.judgement !== 'accepted') found.push(`judged ${told.judgement}`)
  if (!['agreed', 'waived', 'not-applicable'].includes(told.terms ?? '')) found.push(`terms ${told.terms}`)
  for (const target of targets) {
    for (const why of againstTarget(told, target, now)) found.push(`${target}: ${why}`)
  }
  return found
}

/** Whether a court has quashed it: that never passes. */
export function isQuashed(told: Told, target: number): boolean {
  return told.objections.some(
    ({ targets, effect, outcome }) =>
      outcome === 'quashed' && (effect === 'stays-all' || targets.includes(target)),
  )
}

function againstTarget(told: Told, target: number, now: number): string[] {
  const today = dayAt(now, told.zone)
  const found: string[] = []
  for (const { targets, effect, outcome } of told.objections) {
    const concerns = effect === 'stays-all' || targets.includes(target)
    if (!concerns) continue
    if (outcome === null && effect.startsWith('stays')) found.push('stayed')
  }
  if (isQuashed(told, target)) found.push('quashed')
  const owner = told.owners.get(target) ?? null
  if (owner === null) return [...found, 'nobody looked']
  const early = told.early.some(
    (one) =>
      one.targets.includes(target) &&
      one.opensOn <= today &&
      one.approvedBy !== null &&
      one.approvedBy !== one.askedBy,
  )
  if (owner === 'none') {
    const opens = openFrom(plusDays(openFrom(plusDays(told.deemedReceivedOn, 14), told), 1), told)
    return early || today >= opens ? found : [...found, `silent until ${opens}`]
  }
  const notices = told.notices.filter(
    (notice) => notice.to === owner && notice.targets.includes(target) && !notice.failed,
  )
  const arrived = notices.flatMap(({ effectiveOn }) => (effectiveOn === null ? [] : [effectiveOn])).sort()[0]
  const barred = told.bars.some(
    (bar) => bar.targets.includes(target) && !bar.lifted && (bar.endsOn === null || today <= bar.endsOn),
  )
  if (!barred && (arrived === undefined || arrived > today)) found.push('not told')
  if (early) return found
  if (arrived === undefined) return [...found, 'no end']
  const ends = [
    openFrom(plusDays(told.deemedReceivedOn, 14), told),
    openFrom(plusDays(arrived, 10), told),
    ...notices.map((notice) => notice.lastDayOn),
    ...told.objections
      .filter(
        ({ targets, effect, outcome }) => effect === 'extends-to-day' && !outcome && targets.includes(target),
      )
      .flatMap(({ until }) => (until === null ? [] : [until])),
  ].sort()
  const opens = openFrom(plusDays(ends.at(-1) ?? '', 1), told)
  if (today < opens) found.push(`held until ${opens}`)
  // A day that was told is counted where it was told, whatever the office has done with its calendar since.
  for (const { opensOn, zone } of notices) {
    if (dayAt(now, zone) < opensOn) found.push(`told that it is held until ${opensOn}`)
  }
  return found
}
