import { expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { cents } from '#lib/money.ts'
import { invoiceLetter } from './invoice_letter.ts'
import { toText } from './mail.ts'
import { sampleRequester } from './sample_facts.ts'

test('the mail of an invoice says what, how much, by when and to whom, and nothing of a subscriber', () => {
  const letter = invoiceLetter({
    office: sampleRequester.office,
    number: 'INV-2026-00017',
    reference: 'S-2026-00042',
    on: calendarDate('2026-01-29'),
    billTo: 'Sable Finch LLP',
    caption: 'Halden Freight v. Doe 4',
    caseNumber: '2:25-cv-98801',
    total: cents(43575),
    dueDays: 15,
    dueOn: calendarDate('2026-02-13'),
  })
  const text = toText(letter)
  expect(letter.subject).toBe('Invoice INV-2026-00017, $435.75, S-2026-00042, 2:25-cv-98801')
  for (const fact of [
    '$435.75',
    'Checks payable to j2 Cloud Services, Inc.',
    'Friday, February 13, 2026',
    'Within 15 days',
  ]) {
    expect(text).toContain(fact)
  }
  expect(text).not.toMatch(/subscriber/i)
})
