import { z } from 'zod'
import { publishedSchedule } from '#lib/billing/schedule.ts'
import { yearOf } from '#lib/calendar/date.ts'
import { californiaHolidays, federalHolidays } from '#lib/calendar/holidays.ts'
import { isTimeZone } from '#lib/calendar/instant.ts'
import * as fields from '#lib/input.ts'
import { publishedPolicy } from '#lib/policy/policy.ts'
import { accept, refusals } from '#lib/result.ts'
import { command } from '../command.ts'
import { theOffice } from '../open_office.ts'
import { theOfficeRow } from '../queries/office.ts'
import { feeSchedules, holidays, office, policies } from '../schema.ts'
import type { Tx } from '../tx.ts'

const refuse = refusals({
  'set-up-before': () => 'This office is set up already.',
})

export const officeFields = {
  name: fields.neededLine(120),
  department: fields.line(120),
  address: fields.neededText(400),
  phone: fields.line(40),
  fax: fields.line(40),
  email: fields.maybeEmailAddress,
  payee: fields.neededLine(120),
  timeZone: fields.line(60).refine(isTimeZone, 'A time zone such as America/Los_Angeles.'),
  paperSize: z.enum(['letter', 'a4'], 'Letter or A4.'),
}

/** Makes the office's own row, the published policy as version 1, its fee schedule, and the holidays of ten years. */
export const setUpOffice = command({
  name: 'set-up-office',
  may: ['system'],
  input: z.strictObject(officeFields),
  seenBy: 'all',
  tells: ({ name }) => ({
    sentence: `Set up the office of ${name}, with the published policy as version 1.`,
  }),
  async run({ tx, now, today }, input) {
    if (await theOfficeRow(tx)) return refuse('set-up-before')
    await tx.insert(office).values({ id: 1, kind: theOffice().kind, ...input })
    await tx.insert(feeSchedules).values({ id: 1, ...publishedSchedule, createdAt: now })
    await tx.insert(policies).values({
      ...publishedPolicy,
      calendars: [...publishedPolicy.calendars],
      version: 1,
      feeScheduleId: 1,
      reason: 'The published policy.',
      createdAt: now,
    })
    await addHolidays(tx, yearOf(today) - 2, yearOf(today) + 10)
    return accept(null)
  },
})

/** Adds the computed holidays of the years that are not there yet; what a person removed stays removed. */
export async function addHolidays(tx: Tx, firstYear: number, lastYear: number): Promise<void> {
  for (let year = firstYear; year <= lastYear; year++) {
    const rows = [...federalHolidays(year), ...californiaHolidays(year)]
    await tx.insert(holidays).values(rows).onConflictDoNothing()
  }
}
