import { describe, expect, test } from 'vitest'
import { businessCalendar, rollForward } from '#lib/calendar/business.ts'
import { addDays, type CalendarDate, calendarDate } from '#lib/calendar/date.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { standardHolidays } from '#lib/calendar/holidays.ts'
import { endOfDay, instantText, parseInstant } from '#lib/calendar/instant.ts'
import { publishedPolicy } from '#lib/policy/policy.ts'
import { holdEnd, releaseOpens, timelyObjection } from './hold.ts'
import { postedNoticeEffectiveOn } from './notice.ts'
import { deemedReceived } from './receipt.ts'

// The vectors H1 to H25, with the federal calendar alone and with California's beside it.
const office = 'America/Los_Angeles'
const holidays = standardHolidays(2025, 2029)
const federal = businessCalendar(holidays, ['federal'])
const union = businessCalendar(holidays, ['federal', 'california'])

function hold(
  deemedReceivedOn: CalendarDate,
  noticeEffectiveOn: CalendarDate,
  calendar: typeof union,
): string {
  const facts = { deemedReceivedOn, noticeEffectiveOn, lastDayPrinted: null, extendedTo: null }
  const end = holdEnd(facts, publishedPolicy, calendar).value
  if (end === null) return 'open'
  return `${formatShort(end, deemedReceivedOn)} → ${formatShort(releaseOpens(end, calendar).value, deemedReceivedOn)}`
}

function at(text: string) {
  const parsed = parseInstant(text)
  if (parsed === null) throw new Error(`Not an instant: ${text}`)
  return parsed
}

describe('a hold of fourteen days, counted from the day of receipt', () => {
  test.each([
    // row, deemed received, day 14, federal calendar, with California's, because
    ['H1', '2026-01-05', 'Mon 19 Jan', 'Tue 20 Jan → Wed 21 Jan', 'same', 'MLK Day'],
    ['H2', '2026-02-06', 'Fri 20 Feb', 'Fri 20 Feb → Mon 23 Feb', 'same', 'ends Friday'],
    ['H3', '2026-02-09', 'Mon 23 Feb', 'Mon 23 Feb → Tue 24 Feb', 'same', 'came on a Saturday'],
    [
      'H4',
      '2026-01-29',
      'Thu 12 Feb',
      'Thu 12 Feb → Fri 13 Feb',
      'Fri 13 Feb → Tue 17 Feb',
      'Lincoln and Presidents’ Day',
    ],
    ['H5', '2026-03-02', 'Mon 16 Mar', 'Mon 16 Mar → Tue 17 Mar', 'same', 'summer time begins'],
    ['H6', '2026-03-17', 'Tue 31 Mar', 'Tue 31 Mar → Wed 1 Apr', 'Wed 1 Apr → Thu 2 Apr', 'César Chávez Day'],
    ['H7', '2026-05-11', 'Mon 25 May', 'Tue 26 May → Wed 27 May', 'same', 'Memorial Day'],
    [
      'H7 without cutoff',
      '2026-05-08',
      'Fri 22 May',
      'Fri 22 May → Tue 26 May',
      'same',
      'released after the long weekend',
    ],
    ['H8', '2026-06-05', 'Fri 19 Jun', 'Mon 22 Jun → Tue 23 Jun', 'same', 'Juneteenth'],
    ['H9', '2026-06-20', 'Sat 4 Jul', 'Mon 6 Jul → Tue 7 Jul', 'same', 'July 4 on a Saturday'],
    ['H10', '2026-06-19', 'Fri 3 Jul', 'Mon 6 Jul → Tue 7 Jul', 'same', 'July 4 observed'],
    [
      'H11',
      '2026-08-03',
      'Mon 17 Aug',
      'Mon 17 Aug → Tue 18 Aug',
      'same',
      'the day is the office’s, not UTC’s',
    ],
    [
      'H11 with cutoff',
      '2026-08-04',
      'Tue 18 Aug',
      'Tue 18 Aug → Wed 19 Aug',
      'same',
      'came late in the evening',
    ],
    [
      'H12',
      '2026-09-11',
      'Fri 25 Sep',
      'Fri 25 Sep → Mon 28 Sep',
      'Mon 28 Sep → Tue 29 Sep',
      'Native American Day',
    ],
    ['H13', '2026-09-28', 'Mon 12 Oct', 'Tue 13 Oct → Wed 14 Oct', 'same', 'Columbus Day'],
    ['H14', '2026-10-22', 'Thu 5 Nov', 'Thu 5 Nov → Fri 6 Nov', 'same', 'summer time ends'],
    ['H15', '2026-10-28', 'Wed 11 Nov', 'Thu 12 Nov → Fri 13 Nov', 'same', 'Veterans Day'],
    ['H16', '2026-11-12', 'Thu 26 Nov', 'Fri 27 Nov → Mon 30 Nov', 'Mon 30 Nov → Tue 1 Dec', 'Thanksgiving'],
    ['H17', '2026-12-11', 'Fri 25 Dec', 'Mon 28 Dec → Tue 29 Dec', 'same', 'Christmas'],
    ['H18', '2026-12-18', 'Fri 1 Jan 2027', 'Mon 4 Jan 2027 → Tue 5 Jan 2027', 'same', 'the year ends'],
    [
      'H19',
      '2027-12-17',
      'Fri 31 Dec',
      'Mon 3 Jan 2028 → Tue 4 Jan 2028',
      'same',
      'New Year 2028 is observed in 2027',
    ],
    ['H20', '2028-02-15', 'Tue 29 Feb', 'Tue 29 Feb → Wed 1 Mar', 'same', 'the last day is a leap day'],
    ['H21', '2027-02-15', 'Mon 1 Mar', 'Mon 1 Mar → Tue 2 Mar', 'same', 'February has 28 days'],
  ])('%s: received %s, day 14 is %s, held to %s, with California %s: %s', (_row, on, raw, fed, together) => {
    const received = calendarDate(on)
    expect(formatShort(addDays(received, 14), received)).toBe(raw)
    expect(hold(received, received, federal)).toBe(fed)
    expect(hold(received, received, union)).toBe(together === 'same' ? fed : together)
  })

  test('H3: counting the raw Saturday and then rolling gives the same end', () => {
    expect(rollForward(addDays(calendarDate('2026-02-07'), 14), union)).toBe('2026-02-23')
  })
})

describe('the day a paper is deemed received', () => {
  test.each<[string, string, string | null, string, string]>([
    ['H3', '2026-02-07T19:00:00Z', '17:00', '2026-02-09', 'a Saturday'],
    ['H5', '2026-03-02T18:00:00Z', '17:00', '2026-03-02', 'Monday at ten'],
    ['H7', '2026-05-09T01:42:00Z', '17:00', '2026-05-11', 'Friday 6:42 pm is after five'],
    ['H7', '2026-05-09T01:42:00Z', null, '2026-05-08', 'without a cutoff Friday counts'],
    ['H11', '2026-08-04T06:30:00Z', null, '2026-08-03', 'it is Monday in the office'],
    ['H11', '2026-08-04T06:30:00Z', '17:00', '2026-08-04', 'Monday 11:30 pm is late'],
    ['five sharp', '2026-03-03T01:00:00Z', '17:00', '2026-03-02', 'five sharp is in time'],
    ['one second on', '2026-03-03T01:00:01Z', '17:00', '2026-03-03', 'a second later is not'],
    [
      'late before a holiday',
      '2026-02-14T02:00:00Z',
      '17:00',
      '2026-02-17',
      'Friday evening before Presidents’ Day',
    ],
  ])('%s: %s with cutoff %s counts from %s: %s', (_row, came, cutoff, deemed) => {
    expect(deemedReceived(at(came), { zone: office, cutoff }, union).value).toBe(deemed)
  })
})

describe('a notice that took effect later', () => {
  test('H22: received April 2, told by e-mail on April 10, held to April 20', () => {
    const ends = hold(calendarDate('2026-04-02'), calendarDate('2026-04-10'), union)
    expect(ends).toBe('Mon 20 Apr → Tue 21 Apr')
    expect(hold(calendarDate('2026-04-02'), calendarDate('2026-04-10'), federal)).toBe(ends)
  })

  test('H23: the e-mail bounced, the letter posted April 9 took effect April 14, held to April 24', () => {
    const effective = postedNoticeEffectiveOn(calendarDate('2026-04-09'), publishedPolicy.mailDays).value
    expect(effective).toBe('2026-04-14')
    expect(hold(calendarDate('2026-04-06'), effective, union)).toBe('Fri 24 Apr → Mon 27 Apr')
    expect(hold(calendarDate('2026-04-06'), effective, federal)).toBe('Fri 24 Apr → Mon 27 Apr')
  })
})

describe('the end of a hold is the end of its day in the office', () => {
  test.each([
    { row: 'H5', ends: '2026-03-16', moment: '2026-03-17T06:59:59Z' },
    { row: 'H14', ends: '2026-11-05', moment: '2026-11-06T07:59:59Z' },
  ])('$row: a hold to $ends runs until $moment', ({ ends, moment }) => {
    expect(instantText(endOfDay(calendarDate(ends), office))).toBe(moment)
  })

  test.each([
    { row: 'H24', came: '2026-03-17T06:40:00Z', timely: true, because: 'it is still 11:40 pm on Monday' },
    { row: 'H25', came: '2026-03-17T15:05:00Z', timely: false, because: 'it is Tuesday morning' },
    {
      row: 'the last instant',
      came: '2026-03-17T06:59:59.999Z',
      timely: true,
      because: 'the last second is whole',
    },
    { row: 'midnight', came: '2026-03-17T07:00:00Z', timely: false, because: 'the day is over' },
  ])('$row: an objection at $came to H5 is in time: $timely, $because', ({ came, timely }) => {
    expect(timelyObjection(at(came), calendarDate('2026-03-16'), office)).toBe(timely)
  })
})
