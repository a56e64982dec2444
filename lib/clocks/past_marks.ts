import { type KindOf, labelInSentence, labelOf } from '#lib/kinds.ts'
import type { CaseToday } from '#lib/today/case_file.ts'
import { letters } from './hold_groups.ts'
import type { ClockFacts, ClockMark } from './marks.ts'

/** What happened on which day: receipt, notices, objections, and until when the logs last. */
export function pastMarks(given: CaseToday, facts: ClockFacts): ClockMark[] {
  return [...receipt(given, facts), ...noticeMarks(facts), ...objectionMarks(facts), ...snapshotMarks(given)]
}

function receipt(
  { file }: CaseToday,
  { receivedOn, serviceMethod, deemedReceived }: ClockFacts,
): ClockMark[] {
  const how = labelInSentence('serviceMethods', serviceMethod)
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

type NoticeClock = ClockFacts['notices'][number]

/** Notices of one day that fared alike are one line: twenty-five of them would push everything else off the strip. */
function noticeMarks({ notices }: ClockFacts): ClockMark[] {
  const alike = Map.groupBy(notices, ({ on, channel, failedOn, effectiveOn }) =>
    [on, channel, failedOn, effectiveOn].join(),
  )
  return [...alike.values()].flatMap((ones) =>
    ones
      .slice(0, 1)
      .flatMap((one) => marksOfNotice({ ...one, targets: ones.flatMap(({ targets }) => targets) })),
  )
}

function marksOfNotice({ on, channel, targets, failedOn, effectiveOn }: NoticeClock): ClockMark[] {
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
