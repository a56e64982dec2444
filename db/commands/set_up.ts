import { z } from 'zod'
import { type FeeSchedule, publishedSchedule } from '#lib/billing/schedule.ts'
import { yearOf } from '#lib/calendar/date.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import * as fields from '#lib/input.ts'
import type { Cents } from '#lib/money.ts'
import { publishedPolicy } from '#lib/policy/policy.ts'
import { accept, refusals } from '#lib/result.ts'
import { command } from '../command.ts'
import { theOffice } from '../open_office.ts'
import { theOfficeRow } from '../queries/office.ts'
import { feeSchedules, office, people, policies } from '../schema.ts'
import { beginSession } from '../sessions.ts'
import type { Tx } from '../tx.ts'
import { addHolidays, officeFields } from './office.ts'
import { giveRoles } from './person.ts'
import { passwordHash, tokenHash } from './sign_in.ts'

const refuse = refusals({
  'set-up-before': () => 'This office is set up already.',
})

/** Whole cents, and nothing is also a rate. */
const rate = z
  .int('An amount in dollars and cents.')
  .min(0, 'Not less than $0.00.')
  .max(1_000_000, 'At most $10,000.00.')
  .meta({ format: 'cents' })
  .refine((value): value is Cents => true)

/** The numbers of the policy that an office may set otherwise when it begins; they stand in the form as published. */
export const policyNumbers = z.strictObject({
  holdDays: fields.wholeNumber(1, 90),
  noticeDays: fields.wholeNumber(1, 90),
  mailDays: fields.wholeNumber(0, 30),
  dueDays: fields.wholeNumber(1, 120),
  researchCentsPerHour: rate,
  pageCents: rate,
  parcelCents: rate,
  /** Why they differ from the published ones, where they do. */
  reason: fields.line(400),
})

/** Who runs the office at first: let in by whoever started the program, so their other roles are given with it. */
const firstAdministrator = z.strictObject({
  name: fields.personName,
  email: fields.emailAddress,
  passwordHash,
  otherRoles: z.array(fields.kind('roles')).max(6),
  tokenHash,
})

/**
 * Makes the office's own row, policy version 1 with its fee schedule, the holidays of ten years, and its first
 * administrator, whose sign-in waits for the second factor. What is not given is as published; the sample office
 * brings its own people.
 */
export const setUpOffice = command({
  name: 'set-up-office',
  may: ['system'],
  input: z.strictObject({
    ...officeFields,
    policy: policyNumbers.optional(),
    administrator: firstAdministrator.optional(),
  }),
  seenBy: 'all',
  tells: ({ name, administrator }) => ({
    sentence: administrator
      ? `Set up the office of ${name}, with policy version 1 and ${administrator.name.trim()} as its first administrator.`
      : `Set up the office of ${name}, with policy version 1.`,
  }),
  async run({ tx, now, today }, { policy, administrator, ...own }) {
    if (await theOfficeRow(tx)) return refuse('set-up-before')
    await tx.insert(office).values({ id: 1, kind: theOffice().kind, ...own })
    const numbers = policy ?? { ...publishedPolicy, ...publishedSchedule, reason: '' }
    await tx.insert(feeSchedules).values({ ...scheduleOf(numbers), id: 1, createdAt: now })
    await tx.insert(policies).values({
      ...publishedPolicy,
      holdDays: numbers.holdDays,
      noticeDays: numbers.noticeDays,
      mailDays: numbers.mailDays,
      dueDays: numbers.dueDays,
      calendars: [...publishedPolicy.calendars],
      version: 1,
      feeScheduleId: 1,
      reason: reasonOf(numbers),
      createdAt: now,
    })
    await addHolidays(tx, yearOf(today) - 2, yearOf(today) + 10)
    if (administrator) await addAdministrator(tx, administrator, now)
    return accept(null)
  },
})

type Numbers = z.output<typeof policyNumbers>

function scheduleOf(numbers: Numbers): FeeSchedule {
  const { researchCentsPerHour, pageCents, parcelCents } = numbers
  const own = { researchCentsPerHour, pageCents, parcelCents }
  const asPublished = changed(own, publishedSchedule).length === 0
  return asPublished
    ? publishedSchedule
    : { ...publishedSchedule, ...own, name: 'Rates of this office', source: 'Set when the office was set up' }
}

function reasonOf(numbers: Numbers): string {
  const { reason, ...own } = numbers
  const differ = changed(own, { ...publishedPolicy, ...publishedSchedule })
  if (differ.length === 0) return 'The published policy.'
  const words = differ.map((name) => wordsFor[name as keyof typeof wordsFor])
  const added = reason.trim() === '' ? '' : ` ${reason.trim()}`
  return `Set when the office was set up; other than published: ${words.join(', ')}.${added}`
}

const wordsFor = {
  holdDays: 'days of the hold',
  noticeDays: 'days from notice',
  mailDays: 'days for mail',
  dueDays: 'days to pay',
  researchCentsPerHour: 'rate of research',
  pageCents: 'rate of a page',
  parcelCents: 'rate of a parcel',
} as const

function changed(own: Record<string, number>, published: object): string[] {
  const before = published as Record<string, unknown>
  return Object.keys(own).filter((name) => own[name] !== before[name])
}

async function addAdministrator(
  tx: Tx,
  { name, email, passwordHash, otherRoles, tokenHash }: z.output<typeof firstAdministrator>,
  now: Instant,
): Promise<void> {
  const [person] = await tx
    .insert(people)
    .values({ kind: 'person', name: name.trim(), email, passwordHash, createdAt: now })
    .returning({ id: people.id })
  if (!person) throw new Error('The person was not written.')
  await giveRoles(tx, person.id, ['administrator', ...otherRoles])
  await beginSession(tx, { personId: person.id, stage: 'enrolling', tokenHash, now })
}
