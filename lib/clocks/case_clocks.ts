import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import type { Derivation, Derived } from '#lib/calendar/derivation.ts'
import { formatTime } from '#lib/calendar/format.ts'
import { ownObjectionDay } from '#lib/hold/own.ts'
import { type KindOf, labelOf } from '#lib/kinds.ts'
import { noRecordsOpenOn } from '#lib/subpoena/release.ts'
import { type CaseToday, isLive, owedLanes } from '#lib/today/case_file.ts'
import { hasAnsweredForItself } from '#lib/today/duty_tasks.ts'
import { collisionOf } from './collision.ts'
import { holdGroups, letters } from './hold_groups.ts'
import { noticeBy } from './notice_by.ts'

/** A day of one subpoena, with its mark on the strip; a computed one says how it was counted. */
export type ClockMark = {
  readonly on: CalendarDate
  readonly words: string
  readonly glyph:
    | 'dot'
    | 'envelope'
    | 'bent-arrow'
    | 'half-disc'
    | 'bars'
    | 'flag'
    | 'diamond'
    | 'door'
    | 'check'
    | 'tick'
  /** Brick for what collides or is late, ochre for a last safe day. */
  readonly tone?: 'brick' | 'ochre'
  readonly derivation?: Derivation
}

/** What the strip needs beside the facts that everything else is worked out from. */
export type ClockFacts = {
  readonly receivedOn: CalendarDate
  readonly serviceMethod: KindOf<'serviceMethods'>
  readonly deemedReceived: Derived<CalendarDate>
  /** "17:00", as printed; null where the paper names no time. */
  readonly complianceTime: string | null
  readonly notices: readonly {
    readonly on: CalendarDate
    readonly channel: 'e-mail' | 'post'
    readonly targets: readonly number[]
    readonly failedOn: CalendarDate | null
    readonly effectiveOn: CalendarDate | null
  }[]
  readonly objections: readonly {
    readonly number: number
    readonly kind: KindOf<'objectionKinds'>
    readonly receivedOn: CalendarDate
    readonly targets: readonly number[]
    readonly outcome: KindOf<'objectionOutcomes'> | null
    readonly outcomeOn: CalendarDate | null
  }[]
  readonly invoices: readonly InvoiceClock[]
}

export type InvoiceClock = {
  readonly number: string
  readonly dueOn: CalendarDate
  readonly derivation: Derivation
  readonly isSettled: boolean
}

/** Every clock of a subpoena, the earliest first; on one day in the order in which they matter. */
export function caseClocks(given: CaseToday, facts: ClockFacts): ClockMark[] {
  return [
    ...receipt(given, facts),
    ...noticeMarks(facts),
    ...objectionMarks(facts),
    ...snapshotMarks(given),
    ...dutyMarks(given, facts),
    ...holdMarks(given),
    ...releaseMarks(given),
    ...invoiceMarks(facts.invoices, given.today),
  ].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
}

function receipt(
  { file }: CaseToday,
  { receivedOn, serviceMethod, deemedReceived }: ClockFacts,
): ClockMark[] {
  const how = labelOf('serviceMethods', serviceMethod).toLowerCase()
  const served = file.servedOn === receivedOn ? `Received, served ${how}` : 'Received'
  return [
    ...(file.servedOn === receivedOn
      ? []
      : [{ on: file.servedOn, glyph: 'dot' as const, words: `Served ${how}` }]),
    { on: receivedOn, glyph: 'dot', words: served },
    ...(deemedReceived.value === receivedOn
      ? []
      : [
          {
            on: deemedReceived.value,
            glyph: 'dot' as const,
            words: 'Deemed received: the hold counts from here',
            derivation: deemedReceived.derivation,
          },
        ]),
  ]
}

function noticeMarks({ notices }: ClockFacts): ClockMark[] {
  return notices.flatMap(({ on, channel, targets, failedOn, effectiveOn }): ClockMark[] => {
    const whose = letters(targets)
    const isPost = channel === 'post'
    return [
      {
        on,
        glyph: 'envelope',
        words: isPost ? `Letter to ${whose} posted` : `Notice to ${whose}`,
      },
      ...(failedOn === null
        ? []
        : [
            {
              on: failedOn,
              glyph: 'bent-arrow' as const,
              words: isPost ? `Letter to ${whose} came back` : `E-mail to ${whose} failed`,
            },
          ]),
      ...(failedOn === null && effectiveOn !== null && effectiveOn !== on
        ? [{ on: effectiveOn, glyph: 'envelope' as const, words: `Letter to ${whose} counts from here` }]
        : []),
    ]
  })
}

function objectionMarks({ objections }: ClockFacts): ClockMark[] {
  return objections.flatMap(({ number, kind, receivedOn, targets, outcome, outcomeOn }): ClockMark[] => [
    {
      on: receivedOn,
      glyph: kind === 'provider' ? 'flag' : 'bars',
      words: objectionWords(kind, letters(targets)),
    },
    ...(outcome !== null && outcomeOn !== null
      ? [
          {
            on: outcomeOn,
            glyph: 'tick' as const,
            words: `Objection ${number}: ${labelOf('objectionOutcomes', outcome).toLowerCase()}`,
          },
        ]
      : []),
  ])
}

function objectionWords(kind: KindOf<'objectionKinds'>, whose: string): string {
  if (kind === 'provider') return `We objected, ${whose}`
  if (kind === 'party') return `A party objected, ${whose}`
  return `${whose} ${did[kind]}`
}

const did = {
  motion: 'filed a motion',
  statutory: 'objected in writing',
  intent: 'announced a challenge',
  informal: 'complained',
} as const

function snapshotMarks({ file }: CaseToday): ClockMark[] {
  return file.snapshots.flatMap(({ logsLostOn, done }) =>
    logsLostOn && !done ? [{ on: logsLostOn, glyph: 'dot' as const, words: 'Logs are lost' }] : [],
  )
}

/** What we owe whom by when: the notice, our own objection, the answer. */
function dutyMarks(given: CaseToday, { complianceTime }: ClockFacts): ClockMark[] {
  const { facts, calendar, today } = given
  const isOwed = isLive(given) && !facts.governmental && owedLanes(given).length > 0
  const untold = given.lanes.some(({ state }) => state.lane === 'to-notify' || state.lane === 'to-research')
  const by = noticeBy(facts, calendar)
  const time = complianceTime ? `, ${formatTime(complianceTime)}` : ''
  return [
    ...(isOwed && untold
      ? [
          {
            on: by.value,
            glyph: 'envelope' as const,
            words: 'Notices, or the hold grows longer',
            tone: by.value < today ? ('brick' as const) : ('ochre' as const),
            derivation: by.derivation,
          },
        ]
      : []),
    ...(isOwed ? ownMarks(given) : []),
    ...(facts.complianceOn === null
      ? []
      : [
          {
            on: facts.complianceOn,
            glyph: 'diamond' as const,
            words: `Compliance${time}`,
            ...(isOwed && collisionOf(given) ? { tone: 'brick' as const } : {}),
          },
        ]),
  ]
}

function ownMarks(given: CaseToday): ClockMark[] {
  const { file, facts, calendar, today } = given
  const { value, derivation } = ownObjectionDay(
    { servedOn: file.servedOn, complianceOn: facts.complianceOn },
    calendar,
  )
  const answered = hasAnsweredForItself(given)
  const late = value.safeOn < today ? ('brick' as const) : ('ochre' as const)
  return [
    {
      on: value.safeOn,
      glyph: 'flag',
      words: answered ? 'Our objection day, decided' : 'Our objection, last safe day',
      ...(answered ? {} : { tone: late }),
      derivation,
    },
    ...(answered || value.limitOn === value.safeOn
      ? []
      : [
          {
            on: value.limitOn,
            glyph: 'flag' as const,
            words: 'Our objection, legal limit',
            derivation,
          },
        ]),
  ]
}

function holdMarks(given: CaseToday): ClockMark[] {
  const collision = collisionOf(given)
  // A stayed hold ends for nobody: its bar stays open until there is an outcome.
  const running = holdGroups(given).filter(({ stayedFrom }) => stayedFrom === null)
  return running.flatMap(({ targets, holdEndsOn, opensOn, isOver }): ClockMark[] => {
    const whose = letters(targets)
    const collides = collision?.opensOn === opensOn.value && !collision.atTheEarliest
    return [
      {
        on: holdEndsOn.value,
        glyph: 'half-disc',
        words: isOver ? `Hold of ${whose} ended` : `Hold of ${whose} ends`,
        derivation: holdEndsOn.derivation,
      },
      {
        on: opensOn.value,
        glyph: 'door',
        words: isOver ? `Release of ${whose} opened` : `Release of ${whose} opens`,
        ...(collides ? { tone: 'brick' as const } : {}),
        derivation: opensOn.derivation,
      },
    ]
  })
}

function releaseMarks(given: CaseToday): ClockMark[] {
  const { file, facts, calendar, lanes } = given
  const none = lanes
    .filter(({ target, state }) => state.lane === 'no-records' && target.answered === null)
    .map(({ target }) => target.number)
  return [
    ...(none.length > 0 && isLive(given)
      ? [
          {
            on: noRecordsOpenOn(facts, calendar),
            glyph: 'door' as const,
            words: `No records for ${letters(none)} may be said`,
          },
        ]
      : []),
    ...file.productions.flatMap(({ number, releasedOn }) =>
      releasedOn ? [{ on: releasedOn, glyph: 'tick' as const, words: `Production ${number} released` }] : [],
    ),
  ]
}

/** The due days of invoices; all that billing has of the strip beside the receipt. */
export function invoiceMarks(invoices: readonly InvoiceClock[], today: CalendarDate): ClockMark[] {
  return invoices.map(({ number, dueOn, derivation, isSettled }) => ({
    on: dueOn,
    glyph: isSettled ? 'tick' : 'check',
    words: isSettled ? `${number} was due, and is settled` : `${number} is due`,
    ...(!isSettled && dueOn < today ? { tone: 'brick' as const } : {}),
    derivation,
  }))
}

/** The next day from today on of which somebody should think. */
export function nextMark(marks: readonly ClockMark[], today: CalendarDate): ClockMark | null {
  return marks.find(({ on }) => on >= today && on < addDays(today, 3660)) ?? null
}
