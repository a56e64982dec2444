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
  /** Whose each target is: a subscriber's number, 'none', or null. */
  readonly owners: Map<number, string | null>
  readonly notices: NoticeTold[]
  readonly bars: { targets: number[]; endsOn: string | null; lifted: boolean }[]
  readonly objections: ObjectionTold[]
  readonly early: { targets: number[]; opensOn: string; askedBy: number; approvedBy: number | null }[]
  readonly productions: { targets: number[]; kind: string; preparedBy: number; state: string }[]
}
export type NoticeTold = {
  to: string
  targets: number[]
  lastDayOn: string
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
  owners: new Map(targets.map((number) => [number, null])),
  notices: [],
  bars: [],
  objections: [],
  early: [],
  productions: [],
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

function isClosed(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 || holidays.includes(day)
}

function openFrom(day: string): string {
  let on = day
  while (isClosed(on)) on = plusDays(on, 1)
  return on
}

/** Everything that the promise says against releasing these targets on a day. Empty: nothing does. */
export function forbidden(told: Told, targets: readonly number[], today: string): string[] {
  const found: string[] = []
  if (told.judgement !== 'accepted') found.push(`judged ${told.judgement}`)
  if (!['agreed', 'waived', 'not-applicable'].includes(told.terms ?? '')) found.push(`terms ${told.terms}`)
  for (const target of targets) {
    for (const why of againstTarget(told, target, today)) found.push(`${target}: ${why}`)
  }
  return found
}

function againstTarget(told: Told, target: number, today: string): string[] {
  const found: string[] = []
  for (const { targets, effect, outcome } of told.objections) {
    const concerns = effect === 'stays-all' || targets.includes(target)
    if (!concerns) continue
    if (outcome === 'quashed') found.push('quashed')
    if (outcome === null && effect.startsWith('stays')) found.push('stayed')
  }
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
    const opens = openFrom(plusDays(openFrom(plusDays(told.deemedReceivedOn, 14)), 1))
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
    openFrom(plusDays(told.deemedReceivedOn, 14)),
    openFrom(plusDays(arrived, 10)),
    ...notices.map((notice) => notice.lastDayOn),
    ...told.objections
      .filter(
        ({ targets, effect, outcome }) => effect === 'extends-to-day' && !outcome && targets.includes(target),
      )
      .flatMap(({ until }) => (until === null ? [] : [until])),
  ].sort()
  const opens = openFrom(plusDays(ends.at(-1) ?? '', 1))
  if (today < opens) found.push(`held until ${opens}`)
  return found
}
