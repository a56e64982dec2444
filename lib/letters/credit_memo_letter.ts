import type { CalendarDate } from '#lib/calendar/date.ts'
import { type Cents, formatMoney } from '#lib/money.ts'
import { caption, type Letter, paragraph, row, strong } from './letter.ts'
import type { Office } from './office.ts'
import { oneLine, subjectLine } from './plain.ts'

export type CreditMemoLetterFacts = {
  readonly office: Office
  readonly number: string
  readonly invoice: string
  readonly reference: string
  readonly on: CalendarDate
  readonly billTo: string
  readonly caption: string
  readonly caseNumber: string
  readonly amount: Cents
  /** What is left to pay, in cents; below zero when more was paid than is owed now. */
  readonly balance: Cents
}

/** The e-mail that a credit memo is attached to: which invoice it corrects, by how much, and what is left to pay. */
export function creditMemoLetter(facts: CreditMemoLetterFacts): Letter {
  const { office, number, invoice, reference, on, amount, balance } = facts
  const name = oneLine(facts.billTo)
  return {
    language: 'en',
    subject: subjectLine(
      `Credit memo ${number}, ${formatMoney(amount)}, to invoice ${invoice}, ${reference}`,
    ),
    title: `Credit memo ${number}`,
    greeting: name ? `Dear ${name}:` : 'To whom it may concern:',
    blocks: [
      paragraph(`Our credit memo to invoice ${invoice} is attached.`),
      {
        kind: 'rows',
        rows: [
          ...row('Case', facts.caption ? [caption(facts.caption)] : ''),
          ...row('Case number', facts.caseNumber),
          ...row('Our reference', reference),
          ...row('Credit', [strong(formatMoney(amount))]),
          ...row('Left to pay', balance > 0 ? formatMoney(balance) : 'Nothing'),
        ],
      },
    ],
    closing: [office.department, office.name].filter((part) => part !== '').join(', '),
    office,
    reference,
    on,
    name: `letter with credit memo ${number}`,
  }
}
