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

const labels = {
  name: 'name',
  department: 'department',
  address: 'address',
  phone: 'telephone',
  fax: 'fax',
  email: 'e-mail address',
  payee: 'payee',
  timeZone: 'time zone',
  paperSize: 'paper size',
} as const satisfies Record<keyof typeof officeFields, string>

type Field = keyof typeof officeFields

/** Each field that is not as before, with what it was and is: where payments go and who writes stands among them. */
export function changesOfOffice(before: Record<Field, string>, after: Record<Field, string>) {
  return (Object.keys(labels) as Field[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field: labels[field], from: before[field], to: after[field] }))
}

/** Adds the computed holidays of the years that are not there yet; what a person removed stays removed. */
export async function addHolidays(tx: Tx, firstYear: number, lastYear: number): Promise<void> {
  for (let year = firstYear; year <= lastYear; year++) {
    const rows = [...federalHolidays(year), ...californiaHolidays(year)]
    await tx.insert(holidays).values(rows).onConflictDoNothing()
  }
}
