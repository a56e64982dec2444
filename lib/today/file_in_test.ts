import { businessCalendar } from '#lib/calendar/business.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { standardHolidays } from '#lib/calendar/holidays.ts'
import { type Instant, instantOf } from '#lib/calendar/instant.ts'
import type { SubpoenaFacts, TargetFacts } from '#lib/subpoena/facts.ts'
import { type CaseFile, type CaseToday, caseToday } from './case_file.ts'

const zone = 'America/Los_Angeles'

export const calendarInTest = businessCalendar(standardHolidays(2025, 2028))

/** "2026-02-10 10:00", Pacific time. */
export function instantInTest(text: string): Instant {
  const [day = '', time = '10:00'] = text.split(' ')
  return instantOf(calendarDate(day), time, zone)
}

const plainTarget: TargetFacts = {
  number: 1,
  found: 'subscriber',
  subscriberId: 1,
  notices: [],
  bars: [],
  objections: [],
  earlyReleases: [],
  answered: null,
  prepared: false,
}

export const notice = (on: string | null, failed = false): TargetFacts['notices'][number] => ({
  number: 1,
  channel: 'e-mail',
  effectiveOn: on === null ? null : calendarDate(on),
  failed,
  lastDayOn: calendarDate(on ?? '2026-01-29'),
  opensOn: null,
})

type Wanted = Partial<Omit<CaseFile, 'facts'>> & {
  facts?: Partial<Omit<SubpoenaFacts, 'targets'>>
  targets?: readonly Partial<TargetFacts>[]
}

/** A case of Thursday 29 January 2026, accepted, agreed, kept and told on the day, unless the test says otherwise. */
export function caseInTest(now: string, wanted: Wanted = {}): CaseToday {
  const { facts, targets = [{ notices: [notice('2026-01-29')] }], ...file } = wanted
  const whole: CaseFile = {
    reference: 'S-2026-00042',
    servedOn: calendarDate('2026-01-29'),
    snapshots: [{ askedOf: 'Operations', askedOn: calendarDate('2026-01-29'), logsLostOn: null, done: true }],
    checks: { done: 10, failed: 0, of: 10 },
    subscribers: new Map([
      [1, { number: 'U-00001', language: 'en' }],
      [2, { number: 'U-00002', language: 'ko' }],
    ]),
    pendingNotices: [],
    failedNotices: new Map(),
    objections: [],
    doesNotObject: true,
    askedReleases: [],
    productions: [],
    hasMoneyOpen: false,
    ...file,
    facts: {
      governmental: false,
      deemedReceivedOn: calendarDate('2026-01-29'),
      complianceOn: null,
      holdDays: 14,
      noticeDays: 10,
      judgement: 'accepted',
      closed: false,
      terms: 'agreed',
      preservationDone: true,
      inboxLookedAt: null,
      ...facts,
      targets: targets.map((target, index) => ({ ...plainTarget, number: index + 1, ...target })),
    },
  }
  const at = instantInTest(now)
  return caseToday(whole, calendarInTest, { now: at, today: calendarDate(now.slice(0, 10)) })
}
