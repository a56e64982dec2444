import type { SubpoenaBilling } from '#lib/billing/balance.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { letters } from '#lib/clocks/hold_groups.ts'
import type { Lane } from '#lib/subpoena/lane.ts'
import type { Stage } from '#lib/subpoena/stage.ts'

/** One step on the way from received to closed. */
export type WayStep = {
  readonly name: string
  readonly state: 'done' | 'now' | 'ahead'
  readonly on: CalendarDate | null
  /** Lanes that differ from the rest, or how many are done: "A, B, D; C stayed", "3 of 5". */
  readonly lanes?: string
}

export type WayFacts = {
  readonly stage: Stage
  readonly billing: SubpoenaBilling
  readonly receivedOn: CalendarDate
  readonly acceptedOn: CalendarDate | null
  /** The day of the decision that ended it before an answer, or closed it. */
  readonly endedOn: CalendarDate | null
  readonly answeredOn: CalendarDate | null
  readonly invoicedOn: CalendarDate | null
  /** Lanes by target; empty for who does not see the case. */
  readonly lanes: readonly { readonly number: number; readonly lane: Lane }[]
}

const endedBefore: Partial<Record<Stage, string>> = {
  deficient: 'Deficient',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  referred: 'Not for this desk',
}

/** What stands between acceptance and the answer, in the order in which it comes. */
const middle: readonly (readonly [Stage, string])[] = [
  ['to-research', 'To research'],
  ['to-notify', 'To notify'],
  ['on-hold', 'On hold'],
  ['ready', 'Ready to produce'],
]

/** The way of a subpoena: what is done with its day, where it stands, and what is ahead. */
export function wayOf(facts: WayFacts): WayStep[] {
  const { stage, receivedOn, acceptedOn, endedOn } = facts
  const received: WayStep = { name: 'Received', state: 'done', on: receivedOn }
  const ended = endedBefore[stage]
  if (ended) {
    const closed: WayStep[] = stage === 'deficient' ? [] : [ahead('Closed')]
    return [received, { name: ended, state: 'now', on: endedOn }, ...closed]
  }
  if (stage === 'to-review') {
    const rest = ['On hold', 'Ready to produce', 'Produced', 'Invoiced', 'Paid', 'Closed'].map(ahead)
    return [received, { name: 'To review', state: 'now', on: null }, ...rest]
  }
  const accepted: WayStep[] =
    acceptedOn === null && stage === 'closed' ? [] : [{ name: 'Accepted', state: 'done', on: acceptedOn }]
  if (stage === 'answered' || stage === 'closed') return [received, ...accepted, ...afterAnswer(facts)]
  const at = stage === 'stayed' ? 'on-hold' : stage
  const place = middle.findIndex(([name]) => name === at)
  const steps = middle.flatMap(([, name], index): WayStep[] => {
    // What lies behind goes without saying, and what a case never came to is not promised.
    if (index < place || (index > place && index < 2)) return []
    if (index > place) return [ahead(name)]
    const words = lanesInWords(facts)
    return [
      {
        name: stage === 'stayed' ? 'Stayed' : name,
        state: 'now',
        on: null,
        ...(words ? { lanes: words } : {}),
      },
    ]
  })
  return [received, ...accepted, ...steps, ...answerInPart(facts), ahead('Paid'), ahead('Closed')]
}

/** What is ahead of the whole may be done for some targets: three of five produced, and their work invoiced. */
function answerInPart({ lanes, invoicedOn }: WayFacts): WayStep[] {
  const left = lanes.filter(({ lane }) => lane === 'released').length
  return [
    { ...ahead('Produced'), ...(left > 0 ? { lanes: `${left} of ${lanes.length}` } : {}) },
    { ...ahead('Invoiced'), ...(invoicedOn === null ? {} : { lanes: 'in part' }) },
  ]
}

const ahead = (name: string): WayStep => ({ name, state: 'ahead', on: null })

function afterAnswer({ stage, billing, answeredOn, invoicedOn, endedOn }: WayFacts): WayStep[] {
  const isClosed = stage === 'closed'
  const answered: WayStep[] =
    isClosed && answeredOn === null ? [] : [{ name: 'Answered', state: 'done', on: answeredOn }]
  const closed: WayStep = isClosed ? { name: 'Closed', state: 'now', on: endedOn } : ahead('Closed')
  if (billing === 'none') {
    return isClosed ? [...answered, closed] : [{ name: 'Answered', state: 'now', on: answeredOn }, closed]
  }
  if (billing === 'unbilled') {
    return [...answered, { name: 'To invoice', state: 'now', on: null }, ahead('Paid'), closed]
  }
  const invoiced: WayStep = { name: 'Invoiced', state: 'done', on: invoicedOn }
  if (billing === 'paid' || billing === 'written-off') {
    const name = billing === 'paid' ? 'Paid' : 'Written off'
    return [...answered, invoiced, { name, state: isClosed ? 'done' : 'now', on: null }, closed]
  }
  return [...answered, invoiced, { name: owed[billing], state: 'now', on: null }, closed]
}

const owed: Record<'awaiting-receipt' | 'due' | 'overdue', string> = {
  'awaiting-receipt': 'Receipt to record',
  due: 'Payment due',
  overdue: 'Payment overdue',
}

const laneWords: Partial<Record<Lane, string>> = {
  'to-research': 'to research',
  'to-notify': 'to notify',
  'notice-failed': 'notice failed',
  'notice-barred': 'notice barred',
  'on-hold': 'on hold',
  stayed: 'stayed',
  ready: 'ready',
  released: 'released',
  quashed: 'quashed',
  'no-records': 'no records',
}

const present: Partial<Record<Stage, readonly Lane[]>> = {
  'to-research': ['to-research'],
  'to-notify': ['to-notify', 'notice-failed'],
  'on-hold': ['on-hold', 'notice-barred'],
  stayed: ['stayed'],
  ready: ['ready'],
}

/** The lanes that stand where the subpoena does, then those that differ; nothing where all agree. */
function lanesInWords({ stage, lanes }: WayFacts): string {
  const here = lanes.filter(({ lane }) => present[stage]?.includes(lane))
  const others = lanes.filter((one) => !here.includes(one))
  if (others.length === 0) return ''
  const byLane = Map.groupBy(others, ({ lane }) => lane)
  const differing = [...byLane].map(
    ([lane, own]) => `${lettersOf(own)} ${laneWords[lane] ?? lane.replaceAll('-', ' ')}`,
  )
  return [lettersOf(here), ...differing].filter(Boolean).join('; ')
}

const lettersOf = (lanes: readonly { number: number }[]) =>
  lanes.length === 0 ? '' : letters(lanes.map(({ number }) => number)).replaceAll('·', ', ')
