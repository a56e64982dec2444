/** The words of which every command's input is made. JSON only: no coercion, no transform, so it prints as a schema. */
import { z } from 'zod'
import { type CalendarDate, parseCalendarDate } from '#lib/calendar/date.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { type Family, kindsOf } from '#lib/kinds.ts'
import type { Cents } from '#lib/money.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const controlsOrBreaks = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/

const noControls = 'Leave out control characters.'
const needed = 'This is needed.'

/** One line of text, possibly empty. */
export const line = (max = 200) =>
  z
    .string()
    .max(max, `At most ${max.toLocaleString('en-US')} characters.`)
    .refine((text) => !controlsOrBreaks.test(text), 'One line, without control characters.')

/** One line that must say something. */
export const neededLine = (max = 200) => line(max).refine((text) => text.trim() !== '', needed)

/** Text of several lines, possibly empty. */
export const text = (max = 4000) =>
  z
    .string()
    .max(max, `At most ${max.toLocaleString('en-US')} characters.`)
    .refine((value) => !controls.test(value), noControls)

export const neededText = (max = 4000) => text(max).refine((value) => value.trim() !== '', needed)

/** "YYYY-MM-DD", a real day between 1990 and 2199. */
export const calendarDate = z
  .string()
  .meta({ format: 'date' })
  .refine((value): value is CalendarDate => parseCalendarDate(value) !== null, 'There is no such day.')
  .refine((value) => value >= '1990-01-01' && value < '2200-01-01', 'A day between 1990 and 2199.')

/** "HH:MM", 24 hours. */
export const clockTime = z
  .string()
  .meta({ format: 'time', examples: ['17:00'] })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time such as 17:00.')

/** Epoch milliseconds. */
export const instant = z
  .int()
  .min(631_152_000_000, 'A time after 1990.')
  .max(7_258_118_400_000, 'A time before 2200.')
  .meta({ format: 'instant' })
  .refine((value): value is Instant => true)

/** Whole cents above nothing, to ten million dollars. */
export const cents = z
  .int('An amount in dollars and cents.')
  .min(1, 'More than $0.00.')
  .max(1_000_000_000, 'At most $10,000,000.00.')
  .meta({ format: 'cents' })
  .refine((value): value is Cents => true)

export const minutes = z
  .int('Whole minutes.')
  .min(1, 'At least one minute.')
  .max(1440, 'At most 1,440 minutes, a day.')
  .meta({ format: 'minutes' })

export const wholeNumber = (min: number, max: number) =>
  z
    .int('A whole number.')
    .min(min, `At least ${min}.`)
    .max(max, `At most ${max.toLocaleString('en-US')}.`)

/** A single address: a list, a display name or a header's line break is refused. */
export const emailAddress = z
  .string()
  .max(254, 'At most 254 characters.')
  .meta({ format: 'email', examples: ['name@example.com'] })
  .regex(
    /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u,
    'One e-mail address, such as name@example.com.',
  )

/** An e-mail address, or nothing. */
export const maybeEmailAddress = z.union([z.literal(''), emailAddress])

export const reference = z
  .string()
  .regex(/^S-\d{4}-\d{5,}$/, 'A reference such as S-2026-00042.')
  .meta({ examples: ['S-2026-00042'] })
export const invoiceNumber = z
  .string()
  .regex(/^INV-\d{4}-\d{5,}$/, 'A number such as INV-2026-00017.')
  .meta({ examples: ['INV-2026-00017'] })
export const requesterNumber = z
  .string()
  .regex(/^R-\d{5,}$/, 'A number such as R-00007.')
  .meta({ examples: ['R-00007'] })
export const subscriberNumber = z
  .string()
  .regex(/^U-\d{5,}$/, 'A number such as U-00007.')
  .meta({ examples: ['U-00007'] })
export const paymentNumber = z
  .string()
  .regex(/^P-\d{5,}$/, 'A number such as P-00007.')
  .meta({ examples: ['P-00007'] })
const exampleHash = 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c'
/** The name of a stored file: its SHA-256. */
export const fileHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'Choose a file first.')
  .meta({ examples: [exampleHash] })
/** A SHA-256 in hexadecimal. */
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'A SHA-256, 64 hexadecimal digits.')
  .meta({ examples: [exampleHash] })
export const targetNumber = z.int().min(1).max(9999)
export const targetNumbers = z.array(targetNumber).min(1, 'Choose at least one target.').max(500)
/** The number of a thing within its subpoena: a notice, an objection, a production. */
export const ordinal = z.int().min(1).max(1_000_000)
/** What two people may edit carries the version that the editor saw. */
export const version = z.int().min(1)

/** One kind of a family, by its key. */
export const kind = <Name extends Family>(family: Name) => z.enum(kindsOf(family), 'Choose one of the list.')
