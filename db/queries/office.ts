import { desc, eq } from 'drizzle-orm'
import type { BusinessCalendar } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import { theOffice } from '../open_office.ts'
import { feeSchedules, office, policies } from '../schema.ts'
import type { On } from '../tx.ts'
import { currentHolidays } from './holidays.ts'

export type Office = typeof office.$inferSelect
export type PolicyRow = typeof policies.$inferSelect
export type FeeScheduleRow = typeof feeSchedules.$inferSelect

/** The zone before an office is set up, when nothing but set-up itself can happen. */
const zoneBeforeSetUp = 'America/Los_Angeles'

export async function theOfficeRow(on: On): Promise<Office | null> {
  const [row] = await on.select().from(office)
  return row ?? null
}

/** @throws Error in an office that was not set up. */
export async function officeRow(on: On): Promise<Office> {
  const row = await theOfficeRow(on)
  if (!row) throw new Error('The office is not set up yet.')
  return row
}

export async function officeZone(on: On): Promise<string> {
  const [row] = await on.select({ timeZone: office.timeZone }).from(office)
  return row?.timeZone ?? zoneBeforeSetUp
}

/** The office's calendar day by its own clock. */
export async function todayOf(on: On): Promise<CalendarDate> {
  return dayOf(theOffice().clock(), await officeZone(on))
}

/** The policy that a paper received now is handled under. */
export async function currentPolicy(on: On): Promise<PolicyRow> {
  const [row] = await on.select().from(policies).orderBy(desc(policies.version)).limit(1)
  if (!row) throw new Error('The office has no policy.')
  return row
}

export async function policyOf(on: On, version: number): Promise<PolicyRow> {
  const [row] = await on.select().from(policies).where(eq(policies.version, version))
  if (!row) throw new Error(`There is no policy ${version}.`)
  return row
}

export async function feeScheduleOf(on: On, id: number): Promise<FeeScheduleRow> {
  const [row] = await on.select().from(feeSchedules).where(eq(feeSchedules.id, id))
  if (!row) throw new Error(`There is no fee schedule ${id}.`)
  return row
}

/**
 * The business days of the office as they stand now: calendars are not pinned, holidays are editable data.
 * A year whose holidays nobody has entered would silently shorten holds, so asking about one throws.
 */
export async function businessDays(on: On, calendars: readonly string[]): Promise<BusinessCalendar> {
  return (await currentHolidays(on))(calendars)
}
