import type { CalendarDate } from '#lib/calendar/date.ts'
import { formatLong } from '#lib/calendar/format.ts'
import type { SubpoenaInSheet } from './subpoenas.ts'

/** What the old spreadsheet says of an open subpoena, for those who take it over. None of it counts here. */
export function openWords({ formerReference, row, noticeSentOn, answeredOn, note }: SubpoenaInSheet): string {
  return [
    `Taken over from the old spreadsheet, where it is ${formerReference} (row ${row}).`,
    'It gives no time of receipt; the last minute of the day stands for it.',
    on('It says that a notice was sent on', noticeSentOn),
    on('It says that an answer was sent on', answeredOn),
    noticeSentOn
      ? 'No hold runs from that notice: send it again, or post it, so that its delivery is followed.'
      : '',
    note ? `It notes: ${note}` : '',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** Why a subpoena comes in closed. */
export function endedWords({
  formerReference,
  status,
  noticeSentOn,
  answeredOn,
  note,
}: SubpoenaInSheet): string {
  return [
    status === 'answered'
      ? `Answered before it was taken over from the old spreadsheet, where it is ${formerReference}.`
      : `Closed before it was taken over from the old spreadsheet, where it is ${formerReference}.`,
    on('Notice sent on', noticeSentOn),
    on('Answered on', answeredOn),
    note ? `It notes: ${note}` : '',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

const on = (words: string, day: CalendarDate | undefined) => (day ? `${words} ${formatLong(day)}.` : '')
