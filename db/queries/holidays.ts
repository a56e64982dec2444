import { eq } from 'drizzle-orm'
import { type BusinessCalendar, businessCalendar } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { type OpenOffice, theOffice } from '../open_office.ts'
import { holidays, revisions } from '../schema.ts'
import type { On } from '../tx.ts'

/** The business days of calendars by their names. */
export type CalendarsOf = (calendars: readonly string[]) => BusinessCalendar

type Kept = { readonly revision: number; readonly calendarsOf: CalendarsOf }

/** Next bundles modules several times over; what must be one of a kind stands on globalThis. */
const place = globalThis as { subpoenaDeskHolidays?: WeakMap<OpenOffice, Kept> }
place.subpoenaDeskHolidays ??= new WeakMap()
const keptBy = place.subpoenaDeskHolidays

/**
 * The holidays as they stand in this moment and this transaction. Every command asks, and there are some three hundred
 * rows of them, so they are kept for as long as their revision is the same: triggers draw another one with each row
 * that is added, changed or removed, whoever does it. It is asked first: should a row change between the two
 * questions, what is kept goes by a revision that will never be met again.
 */
export async function currentHolidays(on: On): Promise<CalendarsOf> {
  const [revision] = await on
    .select({ value: revisions.value })
    .from(revisions)
    .where(eq(revisions.name, 'holidays'))
  const kept = keptBy.get(theOffice())
  if (revision && kept?.revision === revision.value) return kept.calendarsOf
  const calendarsOf = calendarsFrom(await holidayRows(on))
  if (revision) keptBy.set(theOffice(), { revision: revision.value, calendarsOf })
  return calendarsOf
}

type HolidayRow = { readonly calendar: string; readonly date: CalendarDate; readonly name: string }

async function holidayRows(on: On): Promise<HolidayRow[]> {
  return on
    .select({ calendar: holidays.calendar, date: holidays.date, name: holidays.name })
    .from(holidays)
    .where(eq(holidays.removed, false))
}

function calendarsFrom(rows: readonly HolidayRow[]): CalendarsOf {
  const lastKnown =
    rows
      .map(({ date }) => date.slice(0, 4))
      .sort()
      .at(-1) ?? ''
  const made = new Map<string, BusinessCalendar>()
  return (calendars) => {
    const key = calendars.join()
    const known = made.get(key) ?? within(businessCalendar(rows, [...calendars]), lastKnown)
    made.set(key, known)
    return known
  }
}

function within(calendar: BusinessCalendar, lastKnown: string): BusinessCalendar {
  return { ...calendar, isBusinessDay: (date) => whyClosed(date) === null, whyClosed }
  function whyClosed(date: CalendarDate): string | null {
    if (date.slice(0, 4) > lastKnown)
      throw new RangeError(`The holidays of ${date.slice(0, 4)} are not known yet.`)
    return calendar.whyClosed(date)
  }
}
