import { type BusinessCalendar, nextBusinessDay } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { noticeBy } from '#lib/clocks/notice_by.ts'
import { deferredNoticeOn } from '#lib/hold/notice.ts'
import { noticeDays } from '#lib/notice/last_day.ts'
import { isUntoldOfRelease } from '#lib/notice/standing.ts'
import { isAccepted } from '#lib/subpoena/facts.ts'
import { barInForce } from '#lib/subpoena/lane.ts'
import { type CaseToday, isLive, type LaneToday, pageOf } from './case_file.ts'
import { type Task, task } from './task.ts'

const tellers = ['intake', 'custodian'] as const

/** Notices that did not arrive, or of which nobody knows whether they did. */
export function lostNoticeTasks(given: CaseToday): Task[] {
  if (isLive(given)) return [...notArrived(given), ...notKnown(given)]
  return isAccepted(given.facts) ? notKnown(given) : []
}

/** One letter to each subscriber whose last notice failed; the hold does not run from it. */
function notArrived({ file, lanes }: CaseToday): Task[] {
  return bySubscriber(lanes.filter(({ state }) => state.lane === 'notice-failed')).map((own) => {
    const last = own[0]?.target.notices.at(-1)
    const failed = file.failedNotices.get(last?.number ?? 0)
    if (failed?.wasStopped) return sendAnew(file, own, failed.on)
    const wasMail = last?.channel !== 'post'
    return task({
      group: 'mail',
      verb: wasMail ? 'Post a letter' : 'Tell them another way',
      reason: `${wasMail ? 'its e-mail failed' : 'the letter came back'}; the hold waits for one that arrives`,
      dueOn: failed?.on ?? null,
      href: noticePage(file, own),
      may: tellers,
    })
  })
}

/** One that we stopped ourselves: what it said of others still has to be said. */
function sendAnew(file: CaseToday['file'], own: readonly LaneToday[], on: CalendarDate): Task {
  return task({
    group: 'notices',
    verb: 'Send a new notice',
    reason: 'the last one was stopped before it went; the hold waits for one that arrives',
    dueOn: on,
    href: noticePage(file, own),
    may: tellers,
  })
}

function notKnown({ file }: CaseToday): Task[] {
  return file.pendingNotices.flatMap(({ number, state, on }) => {
    const words = pendingWords[state]
    if (!words) return []
    return task({
      group: state === 'to-post' ? 'notices' : 'mail',
      ...words,
      dueOn: on,
      href: pageOf(file, `/notices/${number}`),
      may: tellers,
    })
  })
}

const pendingWords = {
  waiting: null,
  'to-post': {
    verb: 'Print and post the letter',
    reason: 'it counts from when it was posted, and the hold has no end until then',
  },
  unsure: {
    verb: 'Find out whether it went',
    reason: 'the connection broke; a notice is not sent twice unasked',
  },
  written: {
    verb: 'Say how it was delivered',
    reason: 'it was written to a file, and that is no delivery',
  },
  misdirected: {
    verb: 'See to a misdirected notice',
    reason: 'it went to somebody who is not the subscriber of all that it names',
  },
  'called-back': {
    verb: 'Record that it did not go',
    reason: 'its mail was called back, and nobody was told',
  },
} as const

/** Notices to send, one task for all of a subpoena; what waits in the outbox needs nobody. */
export function noticeTasks(given: CaseToday): Task[] {
  const { file, facts, calendar, today, lanes } = given
  if (!isLive(given)) return []
  const pending = new Set(file.pendingNotices.map(({ number }) => number))
  const untold = lanes.filter(
    ({ target, state }) =>
      state.lane === 'to-notify' &&
      !target.notices.some(({ number, failed }) => !failed && pending.has(number)),
  )
  const letters = bySubscriber(untold)
  const [first] = letters
  if (!first) return []
  const dueOn = dueDay(untold, facts, calendar)
  return [
    task({
      group: 'notices',
      verb: letters.length === 1 ? sendOne(given, first) : `Send ${letters.length} notices`,
      reason: waitingCosts(),
      dueOn,
      href: noticePage(file, first),
      may: tellers,
    }),
  ]

  function waitingCosts(): string {
    if (today > dueOn) return 'each day adds one to the hold'
    const next = nextBusinessDay(dueOn, calendar)
    const { lastDayOn } = noticeDays(
      untold.map(({ target }) => target),
      facts,
      next,
      calendar,
    )
    const from = today === dueOn ? 'tomorrow' : formatShort(next, today)
    return `from ${from} the hold moves to ${formatShort(lastDayOn.value, today)}`
  }
}

/**
 * Who could not be told before their records left is told once no order forbids it any more, closed or not. Their other
 * targets may be barred still, and one letter would tell of both.
 */
export function releasedUntoldTasks({ file, facts, calendar, today, lanes }: CaseToday): Task[] {
  if (!isAccepted(facts)) return []
  const barred = lanes.filter(({ target }) => barInForce(target, today) !== null)
  const untold = lanes.filter(
    ({ target }) =>
      isUntoldOfRelease(target) && !barred.some((one) => one.target.subscriberId === target.subscriberId),
  )
  return bySubscriber(untold).map((own) => {
    const ended = own.flatMap(({ target }) => target.bars.flatMap(({ endsOn }) => endsOn ?? [])).sort()
    const last = ended.at(-1)
    return task({
      group: 'notices',
      verb: 'Tell them of the release',
      reason: 'their records have left, and nobody told them',
      dueOn: last ? deferredNoticeOn(last, calendar).value : null,
      href: noticePage(file, own),
      may: tellers,
    })
  })
}

/** A notice that an order forbade goes on the business day after it, however late that is. */
function dueDay(
  untold: readonly LaneToday[],
  facts: CaseToday['facts'],
  calendar: BusinessCalendar,
): CalendarDate {
  const ended = untold.flatMap(({ target }) => target.bars.flatMap(({ endsOn }) => endsOn ?? [])).sort()
  const bar = ended.at(-1)
  return bar ? deferredNoticeOn(bar, calendar).value : noticeBy(facts, calendar).value
}

const languages: Readonly<Record<string, string>> = { ko: 'Korean', sv: 'Swedish' }

function sendOne({ file }: CaseToday, own: readonly LaneToday[]): string {
  const language = languages[file.subscribers.get(own[0]?.target.subscriberId ?? 0)?.language ?? '']
  return language ? `Check the ${language} letter, then send` : 'Send the notice'
}

function bySubscriber(lanes: readonly LaneToday[]): LaneToday[][] {
  const found = new Map<number | null, LaneToday[]>()
  for (const lane of lanes) {
    const { subscriberId } = lane.target
    found.set(subscriberId, [...(found.get(subscriberId) ?? []), lane])
  }
  return [...found.values()]
}

function noticePage(file: CaseToday['file'], own: readonly LaneToday[]): string {
  const number = file.subscribers.get(own[0]?.target.subscriberId ?? 0)?.number
  return pageOf(file, number ? `/notice?subscriber=${number}` : '/notice')
}
