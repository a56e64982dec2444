import type { CalendarDate } from '#lib/calendar/date.ts'
import { type DeficiencyCode, deficiencies } from '#lib/subpoena/deficiencies.ts'
import { longDay } from './dates.ts'
import { legalTerm, shortTerm } from './english.ts'
import { type Block, heading, type Letter, paragraph } from './letter.ts'
import { saysNothing, type ToRequester, toRequester } from './requester.ts'

/** A deficiency with the words of its letter: the usual ones, unless a person wrote others. */
export type Reason = { readonly code: DeficiencyCode; readonly words?: string }

/** Tells a requester why a paper is not valid as it stands, and what would mend it. */
export function deficiencyLetter(
  facts: ToRequester & { readonly reasons: readonly Reason[]; readonly answerBy: CalendarDate | null },
): Letter {
  const { paper, reasons, answerBy } = facts
  const term = shortTerm(paper.processType)
  const again = reasons.some(({ code }) => deficiencies[code].restartsHold)
  return toRequester(facts, {
    name: 'deficiency letter',
    subject: `The ${term} is not valid as it stands`,
    title: `The ${term} is not valid as it stands.`,
    blocks: [
      paragraph(
        `We have read the ${legalTerm(paper.processType)} named above. We cannot act on it, for the following reasons.`,
      ),
      reasonPoints(reasons),
      heading('What would mend it'),
      paragraph(
        `Please send us what is missing${answerBy ? ` by ${longDay(answerBy, 'en')}` : ''}, and write ${paper.reference} on it. ` +
          (again
            ? `An amended or new ${term} must be served again, and our time to answer begins on the day on which it is received.`
            : 'We go on with it on the day on which it is complete.'),
      ),
      paragraph(saysNothing),
    ],
  })
}

/** Tells a requester that a paper will not be answered, and why. */
export function rejectionLetter(facts: ToRequester & { readonly reasons: readonly Reason[] }): Letter {
  const { paper, reasons } = facts
  const term = shortTerm(paper.processType)
  return toRequester(facts, {
    name: 'rejection letter',
    subject: `We will not answer the ${term}`,
    title: `We will not answer the ${term}.`,
    blocks: [
      paragraph(
        `We have read the ${legalTerm(paper.processType)} named above. We reject it, for the following reasons.`,
      ),
      reasonPoints(reasons),
      paragraph(
        'We have closed our file. A valid paper that is served on us later will be read as a new one.',
      ),
      paragraph(saysNothing),
    ],
  })
}

function reasonPoints(reasons: readonly Reason[]): Block {
  const items = reasons.map(({ code, words }) => ({
    title: deficiencies[code].title,
    words: words || deficiencies[code].paragraph,
  }))
  return { kind: 'points', items }
}
