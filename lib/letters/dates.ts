import { type CalendarDate, dayOfMonth, monthOf, weekdayOf, yearOf } from '#lib/calendar/date.ts'
import { formatLong, formatTimeOnPaper } from '#lib/calendar/format.ts'
import type { Language } from './letter.ts'

const swedishWeekdays = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag']
const swedishMonths = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
]
const koreanWeekdays = ['월요일', '화요일', '수요일', '목요일', '금요일', '토요일', '일요일']

/** "Thursday, February 19, 2026", "torsdag den 19 februari 2026", "2026년 2월 19일 목요일". */
export function longDay(date: CalendarDate, language: Language): string {
  const weekday = weekdayOf(date) - 1
  if (language === 'sv') return `${swedishWeekdays[weekday]} den ${plainDay(date, 'sv')}`
  if (language === 'ko') return `${plainDay(date, 'ko')} ${koreanWeekdays[weekday]}`
  return formatLong(date)
}

/** Without the weekday, for days that no rule turns on: "February 19, 2026". */
export function plainDay(date: CalendarDate, language: Language): string {
  const [year, month, day] = [yearOf(date), monthOf(date), dayOfMonth(date)]
  if (language === 'sv') return `${day} ${swedishMonths[month - 1]} ${year}`
  if (language === 'ko') return `${year}년 ${month}월 ${day}일`
  return formatLong(date).replace(/^\p{L}+, /u, '')
}

/** The end of a last day. The English form, with its zone, stands in every language, so that one time is meant. */
export function endOfDayWords(zone: string, language: Language): string {
  const english = formatTimeOnPaper('23:59', zone)
  if (language === 'sv') return `kl. 23.59 (${english})`
  if (language === 'ko') return `오후 11시 59분 (${english})`
  return english
}
