import { describe, expect, test } from 'vitest'
import { businessCalendar } from '#lib/calendar/business.ts'
import { addDays, calendarDate } from '#lib/calendar/date.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { standardHolidays } from '#lib/calendar/holidays.ts'
import { invoiceDue } from './due.ts'
import { presumedReceiptOn, type ReceiptBasis, receiptBases } from './receipt.ts'

const holidays = standardHolidays(2025, 2029)
const federal = businessCalendar(holidays, ['federal'])
const union = businessCalendar(holidays, ['federal', 'california'])

describe('an invoice is due fifteen days after it was received', () => {
  test.each([
    // received, due with both calendars, due with the federal one alone
    ['2026-01-23', 'Mon 9 Feb', 'same'],
    ['2026-02-01', 'Tue 17 Feb', 'same'],
    ['2026-03-16', 'Wed 1 Apr', 'Tue 31 Mar'],
    ['2026-11-12', 'Mon 30 Nov', 'Fri 27 Nov'],
    ['2026-12-10', 'Mon 28 Dec', 'same'],
    ['2026-12-17', 'Mon 4 Jan 2027', 'same'],
    ['2028-02-14', 'Tue 29 Feb', 'same'],
    ['2026-06-04', 'Mon 22 Jun', 'same'],
    ['2026-06-18', 'Mon 6 Jul', 'same'],
    ['2026-02-25', 'Thu 12 Mar', 'same'],
    ['2028-03-02', 'Fri 17 Mar', 'same'],
    ['2026-04-23', 'Fri 8 May', 'same'],
    ['2026-11-05', 'Fri 20 Nov', 'same'],
    ['2026-07-14', 'Wed 29 Jul', 'same'],
    ['2026-11-02', 'Tue 17 Nov', 'same'],
    ['2026-08-14', 'Mon 31 Aug', 'same'],
    ['2026-12-22', 'Wed 6 Jan 2027', 'same'],
    ['2027-01-07', 'Fri 22 Jan', 'same'],
  ])('received %s, due %s, with federal holidays alone %s', (received, together, alone) => {
    const receivedOn = calendarDate(received)
    const due = (calendar: typeof union) =>
      formatShort(invoiceDue(receivedOn, 15, calendar).value, receivedOn)
    expect(due(union)).toBe(together)
    expect(due(federal)).toBe(alone === 'same' ? together : alone)
  })

  test('the first day is not counted: a reading that counts it would come to February 6, without moving to the 7th', () => {
    const received = calendarDate('2026-01-23')
    expect(addDays(received, 15)).toBe('2026-02-07')
    expect(addDays(received, 14)).toBe('2026-02-06')
  })

  test('it says why', () => {
    const { derivation } = invoiceDue(calendarDate('2026-01-23'), 15, union)
    expect(derivation).toMatchObject({
      rule: 'due-from-receipt',
      version: 1,
      calendars: ['federal', 'california'],
    })
    expect(derivation.steps).toEqual([
      { kind: 'anchor', on: '2026-01-23', note: 'Invoice received' },
      { kind: 'count', on: '2026-02-07', note: '15 days after receipt' },
      { kind: 'skipped', on: '2026-02-07', note: 'Saturday' },
      { kind: 'skipped', on: '2026-02-08', note: 'Sunday' },
      { kind: 'answer', on: '2026-02-09', note: 'Due' },
    ])
  })
})

describe('the day on which an invoice counts as received', () => {
  test.each<[ReceiptBasis, string | null, string]>([
    ['mail-presumed', '2026-01-28', 'five days after it was mailed'],
    ['email-sent', '2026-01-23', 'the day their server took it'],
    ['fax-confirmed', '2026-01-23', 'the day the fax was confirmed'],
    ['by-hand', '2026-01-23', 'the day it was handed over'],
    ['fedex-delivered', null, 'only the courier can tell'],
    ['stated-by-requester', null, 'only the requester can tell'],
  ])('%s, sent on January 23: %s, %s', (basis, receivedOn) => {
    expect(presumedReceiptOn(basis, calendarDate('2026-01-23'))).toBe(receivedOn)
    expect(receiptBases).toContain(basis)
  })

  test('the days for mail are the policy’s', () => {
    expect(presumedReceiptOn('mail-presumed', calendarDate('2026-01-23'), 10)).toBe('2026-02-02')
  })
})
