import { z } from 'zod'
import { californiaHolidays, federalHolidays } from '#lib/calendar/holidays.ts'
import { isTimeZone } from '#lib/calendar/instant.ts'
import * as fields from '#lib/input.ts'
import { holidays } from '../schema.ts'
import type { Tx } from '../tx.ts'

export const officeFields = {
  name: fields.neededLine(120),
  department: fields.line(120),
  address: fields.neededText(400),
  phone: fields.line(40),
  fax: fields.line(40),
  email: fields.maybeEmailAddress,
  payee: fields.neededLine(120),
  timeZone: fields
    .line(60)
    .refine(isTimeZone, 'A time zone such as America/Los_Angeles.')
    .meta({ examples: ['America/Los_Angeles'] }),
  paperSize: z.enum(['letter', 'a4'], 'Letter or A4.'),
}

/** Adds the computed holidays of the years that are not there yet; what a person removed stays removed. */
export async function addHolidays(tx: Tx, firstYear: number, lastYear: number): Promise<void> {
  for (let year = firstYear; year <= lastYear; year++) {
    const rows = [...federalHolidays(year), ...californiaHolidays(year)]
    await tx.insert(holidays).values(rows).onConflictDoNothing()
  }
}
