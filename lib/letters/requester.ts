import type { CalendarDate } from '#lib/calendar/date.ts'
import { plainDay } from './dates.ts'
import { legalTerm } from './english.ts'
import { type Block, caption, type Letter, row } from './letter.ts'
import type { ServedPaper } from './notice_facts.ts'
import { type Office, signedBy } from './office.ts'
import { oneLine, subjectLine } from './plain.ts'

/** What every letter to a requester needs. */
export type ToRequester = {
  readonly office: Office
  readonly paper: ServedPaper
  /** The day on the letter. */
  readonly on: CalendarDate
  /** The person written to; empty: the firm is greeted. */
  readonly contact: string
  readonly firm: string
}

/**
 * Said in every letter that goes to a requester before a release, word for word, so that no such letter differs by
 * whether an account was found.
 */
export const saysNothing =
  'Nothing in this letter says whether we hold any account or record that the paper asks about. We reserve all objections.'

type Written = {
  readonly name: string
  readonly subject: string
  readonly title: string
  readonly blocks: readonly Block[]
}

/** A letter in English to who served a paper, with the case at its head. Before a release only its own words differ. */
export function toRequester(facts: ToRequester, { name, subject, title, blocks }: Written): Letter {
  const { office, paper, on } = facts
  return {
    language: 'en',
    subject: subjectLine(
      `${paper.reference}: ${[subject, oneLine(paper.caption)].filter((part) => part !== '').join(', ')}`,
    ),
    title,
    greeting: greeting(facts),
    blocks: [{ kind: 'rows', rows: caseRows(paper) }, ...blocks],
    closing: signedBy(office),
    office,
    reference: paper.reference,
    on,
    name,
  }
}

/** The case and the paper, as far as they are known. */
function caseRows({
  caption: name,
  court,
  caseNumber,
  processType,
  issuedOn,
  receivedOn,
  complianceOn,
  reference,
}: ServedPaper) {
  const term = legalTerm(processType)
  const days = [
    issuedOn && `issued ${plainDay(issuedOn, 'en')}`,
    receivedOn && `received ${plainDay(receivedOn, 'en')}`,
    complianceOn && `to be answered by ${plainDay(complianceOn, 'en')}`,
  ].filter((part) => part !== null)
  const where = [court, caseNumber && `No. ${caseNumber}`].filter((part) => part !== '').join(', ')
  return [
    ...row('Case', name ? [caption(name)] : '', where),
    ...row('Paper', [term.charAt(0).toUpperCase() + term.slice(1), ...days].join(', ')),
    ...row('Our reference', reference),
  ]
}

function greeting({ contact, firm }: ToRequester): string {
  const name = oneLine(contact) || oneLine(firm)
  return name ? `Dear ${name}:` : 'To whom it may concern:'
}
