/** One fictional invoice, from which the tests of papers are written. */
import { invoiceDue } from '#lib/billing/due.ts'
import { businessCalendar } from '#lib/calendar/business.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { californiaHolidays, federalHolidays } from '#lib/calendar/holidays.ts'
import { sampleOffice } from '#lib/letters/sample_facts.ts'
import { cents } from '#lib/money.ts'
import type { InvoiceFacts, PrintedLine } from './invoice_facts.ts'

const calendar = businessCalendar([...federalHolidays(2026), ...californiaHolidays(2026)])
const hour = { cents: cents(9000), per: 60 }

/** A line of one hour, unless told otherwise. */
export function sampleLine(description: string, facts: Partial<PrintedLine> = {}): PrintedLine {
  return {
    kind: 'research',
    on: calendarDate('2026-01-06'),
    description,
    quantity: 60,
    rate: hour,
    cents: cents(9000),
    ...facts,
  }
}

export const sampleInvoice: InvoiceFacts = {
  office: sampleOffice,
  number: 'INV-2026-00017',
  issuedOn: calendarDate('2026-01-29'),
  case: {
    reference: 'S-2025-00588',
    caption: 'Halden Freight v. Doe 4',
    court: 'D. Ariz.',
    caseNumber: '2:25-cv-98801',
    subpoenaOn: calendarDate('2025-12-22'),
  },
  billTo: ['Sable Finch LLP', 'Attn: Accounts Payable', '2210 Juniper Terrace, Suite 400\nPhoenix, AZ 85004'],
  lines: [
    sampleLine('Research: account records', { quantity: 75, cents: cents(11250) }),
    sampleLine('Pages produced', {
      kind: 'pages',
      quantity: 37,
      rate: { cents: cents(25), per: 1 },
      cents: cents(925),
    }),
  ],
  total: cents(12175),
  dueDays: 15,
  expected: {
    how: 'Federal Express delivers it',
    on: calendarDate('2026-01-30'),
    due: invoiceDue(calendarDate('2026-01-30'), 15, calendar),
  },
  basis: 'Rates are those of our civil subpoena policy of March 29, 2012.',
  historyHead: '412 9f3a1c2b7d40',
}
