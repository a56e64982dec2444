import type { CalendarDate } from '#lib/calendar/date.ts'
import { type Cents, formatMoney } from '#lib/money.ts'
import { longDay } from './dates.ts'
import { caption, type Letter, paragraph, row, strong } from './letter.ts'
import { linesIn, type Office, signedBy } from './office.ts'
import { oneLine, subjectLine } from './plain.ts'

export type InvoiceLetterFacts = {
  readonly office: Office
  readonly number: string
  readonly reference: string
  /** The day of issue. */
  readonly on: CalendarDate
  /** Name of the person or firm billed; empty: nobody is greeted by name. */
  readonly billTo: string
  readonly caption: string
  readonly caseNumber: string
  readonly total: Cents
  readonly dueDays: number
  /** The day on which it is due if it is received on the day of issue; null: only the rule is said. */
  readonly dueOn: CalendarDate | null
}

/** The e-mail that an invoice is attached to: what it is for, how much, by when and how to pay. No subscriber in it. */
export function invoiceLetter(facts: InvoiceLetterFacts): Letter {
  const { office, number, reference, on, total, dueDays, dueOn } = facts
  const name = oneLine(facts.billTo)
  return {
    language: 'en',
    subject: subjectLine(
      [`Invoice ${number}, ${formatMoney(total)}`, reference, facts.caseNumber]
        .filter((part) => part !== '')
        .join(', '),
    ),
    title: `Invoice ${number}`,
    greeting: name ? `Dear ${name}:` : 'To whom it may concern:',
    blocks: [
      paragraph('Our invoice for the answer to a subpoena is attached.'),
      {
        kind: 'rows',
        rows: [
          ...row('Case', facts.caption ? [caption(facts.caption)] : ''),
          ...row('Case number', facts.caseNumber),
          ...row('Our reference', reference),
          ...row('Total due', [strong(formatMoney(total))]),
          ...row(
            'When it is due',
            `Within ${dueDays} days of the day you receive it${dueOn ? `; received ${longDay(on, 'en')}, it is due ${longDay(dueOn, 'en')}` : ''}`,
          ),
          ...row(
            'How to pay',
            `Checks payable to ${office.payee}`,
            [office.name, office.department, ...linesIn(office.address)].join(', '),
          ),
        ],
      },
      paragraph(
        `Please write ${number} on the check, and return the slip at the foot of the invoice with it.`,
      ),
    ],
    closing: signedBy(office),
    office,
    reference,
    on,
    name: `letter with invoice ${number}`,
  }
}
