import type { CalendarDate } from '#lib/calendar/date.ts'
import { formatLong } from '#lib/calendar/format.ts'
import { refusals } from '#lib/result.ts'

export const refuse = refusals({
  'not-accepted': () => 'The paper is not accepted.',
  closed: () => 'The subpoena is closed.',
  withdrawn: () => 'The subpoena was withdrawn.',
  'terms-not-agreed': ({ terms }: { terms: string | null }) =>
    terms === 'refused'
      ? 'The terms of compensation were refused: counsel decides.'
      : terms === 'sent'
        ? 'The terms of compensation were sent and are not agreed.'
        : 'The terms of compensation were not sent yet.',
  'inbox-not-looked-at': () => 'Nobody has looked into the objection inbox in the last 24 hours.',
  'already-answered': () => 'This was answered before.',
  stayed: ({ objection }: { objection: number }) =>
    `Objection ${objection} stays it until it has an outcome.`,
  quashed: () => 'The court quashed it.',
  'not-researched': () => 'Nobody has looked for the subscriber yet.',
  'not-notified': () => 'No notice to the subscriber has taken effect.',
  'hold-has-no-end': () => 'Without a notice the hold has no end.',
  'hold-not-over': ({ opensOn }: { opensOn: CalendarDate }) =>
    `The hold is not over: release opens on ${formatLong(opensOn)}.`,
  'silence-not-over': ({ opensOn }: { opensOn: CalendarDate }) =>
    `That there are no records may be said from ${formatLong(opensOn)}: sooner, it would tell which accounts exist.`,
})
