import type { CalendarDate } from '#lib/calendar/date.ts'
import { formatLong } from '#lib/calendar/format.ts'
import { refusals } from '#lib/result.ts'
import type { Blocker } from '#lib/subpoena/release.ts'
import { targetLetter } from '#lib/subpoena/target.ts'

type Target = { target: number }
type Blocked = { sentences: readonly string[]; blockers: readonly Blocker[] }

export const refuse = refusals({
  'not-accepted': () => 'The paper is not accepted: nothing is prepared for it.',
  'nothing-in-it': () => 'A production needs at least one document: its target, what it is and its pages.',
  'description-needed': ({ target }: Target) => `Say what is handed over for ${targetLetter(target)}.`,
  'pages-or-file-needed': ({ target }: Target) =>
    `Say how many pages there are for ${targetLetter(target)}, or choose its file.`,
  'no-subscriber': ({ target }: Target) =>
    `${targetLetter(target)} has no subscriber on file: there is nothing to hand over for it.`,
  'not-none': ({ target }: Target) =>
    `Nobody recorded that there are no records for ${targetLetter(target)}.`,
  'already-answered': ({ target }: Target) => `${targetLetter(target)} was answered before.`,
  'already-prepared': ({ target }: Target) =>
    `${targetLetter(target)} is in a production that is prepared already. Set that one aside first.`,
  'no-such-production': () => 'There is no such production on this subpoena.',
  'was-released': () => 'This production was released: it never changes.',
  'was-set-aside': () => 'This production was set aside. Prepare a new one.',
  'prepared-by-you': () => 'You prepared this production. Another person must release it.',
  'recipient-changed': () =>
    'Who it goes to was changed while you had the page open. Open it again and read to whom.',
  'looked-up-since': ({ target }: Target) =>
    `The subscriber of ${targetLetter(target)} was looked up again after this was prepared. Set it aside and prepare it anew.`,
  'cannot-release': ({ sentences }: Blocked) => `Cannot release. ${sentences.join(' ')}`,
  'cannot-leave': ({ sentences }: Blocked) =>
    `It was released, and may not leave now. ${sentences.join(' ')}`,
  'not-a-shipment': () =>
    'It is not known which production this mail carries. Ship the production again from its own page.',
  'not-released': () => 'Only a released production may leave.',
  'tracking-needed': () => 'A parcel needs its tracking number.',
  'address-needed': () => 'An e-mail needs an address: none is on file.',
  'elsewhere-by-another': () =>
    'It was released to somebody else. A person who did not prepare it must send it elsewhere.',
  'elsewhere-needs-reason': () =>
    'It was released to somebody else. Say why it goes elsewhere, or leave the recipient out.',
  'too-large-to-mail': ({ megabytes }: { megabytes: number }) =>
    `The files come to ${megabytes} MB. Mail servers refuse more than 20 MB: send it another way.`,
  'in-the-future': () => 'That day is still to come: record it when it has been.',
  'before-released': ({ releasedOn }: { releasedOn: CalendarDate }) =>
    `It was released on ${formatLong(releasedOn)} and cannot have left earlier.`,
  'no-such-shipment': () => 'There is no such shipment of this production.',
  'delivered-before': ({ deliveredOn }: { deliveredOn: CalendarDate }) =>
    `It is on file as delivered on ${formatLong(deliveredOn)}.`,
  'before-sent': ({ sentOn }: { sentOn: CalendarDate }) =>
    `It was sent on ${formatLong(sentOn)} and cannot have arrived earlier.`,
  'address-not-on-file': () =>
    'A machine sends a production to the requester’s address on file and to no other: leave this out.',
})
