import { and, asc, desc, eq, gte, lt } from 'drizzle-orm'
import { type Actor, mustBe } from '#lib/access/actor.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { feeSchedules, holidays, policies } from '../schema.ts'
import { reader } from '../tx.ts'
import { officeRow } from './office.ts'

const may = ['administrator', 'auditor', 'counsel'] as const

/** What the office is called and where it is, as its letters say it. */
export async function officeSettings(actor: Actor) {
  mustBe(actor, may)
  return officeRow(reader())
}

/** Every version of the policy with its rates, the newest first. */
export async function policyVersions(actor: Actor) {
  mustBe(actor, may)
  return reader()
    .select({ policy: policies, schedule: feeSchedules })
    .from(policies)
    .innerJoin(feeSchedules, eq(feeSchedules.id, policies.feeScheduleId))
    .orderBy(desc(policies.version))
}

/** The closed days of one year, weekends apart, by day. */
export async function holidaysOf(actor: Actor, year: number) {
  mustBe(actor, may)
  return reader()
    .select({ calendar: holidays.calendar, date: holidays.date, name: holidays.name })
    .from(holidays)
    .where(
      and(
        eq(holidays.removed, false),
        gte(holidays.date, calendarDate(`${year}-01-01`)),
        lt(holidays.date, calendarDate(`${year + 1}-01-01`)),
      ),
    )
    .orderBy(asc(holidays.date), asc(holidays.calendar))
}
