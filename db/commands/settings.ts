import { and, eq, inArray, not } from 'drizzle-orm'
import { z } from 'zod'
import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import { formatLong } from '#lib/calendar/format.ts'
import * as fields from '#lib/input.ts'
import type { Cents } from '#lib/money.ts'
import { accept, refusals } from '#lib/result.ts'
import { command } from '../command.ts'
import { lastPromisedDay } from '../last_promised_day.ts'
import { unprintable } from '../printed.ts'
import { refreshCaches } from '../queries/cache.ts'
import { currentPolicy, feeScheduleOf, officeRow } from '../queries/office.ts'
import { refuse as refuseAny } from '../refusals.ts'
import { feeSchedules, holidays, office, policies, subpoenas } from '../schema.ts'
import type { Tx } from '../tx.ts'
import { changesOfOffice, officeFields } from './office.ts'
import { policyNumbers } from './set_up.ts'

const refuse = refusals({
  'holiday-known': ({ name }: { name: string }) => `That day is in the calendar already: ${name}.`,
  'no-such-holiday': () => 'That day is not in the calendar.',
  'zone-in-use': ({ zone, on }: { zone: string; on: CalendarDate }) =>
    `Subscribers were told days that are counted in ${zone}, the last of them ${formatLong(on)}. The time zone can be changed two days after it.`,
  'nothing-changed': () => 'Nothing was changed: the numbers are those of the policy as it stands.',
})

/** Changes what letters and invoices of the future say. Issued paper stays as it is. */
export const changeOffice = command({
  name: 'change-office',
  may: ['administrator'],
  input: z.strictObject({ version: fields.version, ...officeFields }),
  seenBy: 'all',
  async run({ tx, today }, { version, ...given }) {
    const now = await officeRow(tx)
    if (now.version !== version) return refuseAny('edited-meanwhile', { by: 'Somebody else' })
    const promised = given.timeZone === now.timeZone ? null : await lastPromisedDay(tx, today)
    // A zone further east is a day ahead: what was to open tomorrow would open at once.
    if (promised && promised >= addDays(today, -1)) {
      return refuse('zone-in-use', { zone: now.timeZone, on: promised }, 'timeZone')
    }
    const { name, department, address, payee } = given
    const noGlyph = unprintable({ name, department, address, payee })
    if (noGlyph) return noGlyph
    await tx
      .update(office)
      .set({ ...given, version: version + 1 })
      .where(eq(office.id, 1))
    return accept({ changes: changesOfOffice(now, given) })
  },
  tells: (_input, { changes }) => ({
    sentence: `Changed what the office is called and where it is: ${changes.map(({ field }) => field).join(', ') || 'nothing'}`,
    facts: { changes },
  }),
})

/**
 * Makes a new version of the policy, with a fee schedule of its own where a rate differs. Subpoenas that were received
 * before keep the version that they are pinned to.
 */
export const newPolicyVersion = command({
  name: 'new-policy-version',
  may: ['administrator'],
  input: policyNumbers.extend({
    reason: fields.neededLine(400),
    cutoff: fields.clockTime,
    /** Null: testimony cannot be billed. */
    testimonyCentsPerHour: fields.cents.nullable(),
  }),
  seenBy: 'all',
  async run({ tx, now }, { reason, cutoff, researchCentsPerHour, pageCents, parcelCents, ...given }) {
    const before = await currentPolicy(tx)
    const { testimonyCentsPerHour, ...days } = given
    const rates = { researchCentsPerHour, pageCents, parcelCents, testimonyCentsPerHour }
    const schedule = await feeScheduleOf(tx, before.feeScheduleId)
    const sameRates = isWithin(rates, schedule)
    if (sameRates && isWithin({ ...days, cutoff }, before)) return refuse('nothing-changed')

    const version = before.version + 1
    const feeScheduleId = sameRates
      ? schedule.id
      : await addSchedule(tx, { ...schedule, ...rates }, version, now)
    await tx
      .insert(policies)
      .values({ ...before, ...days, cutoff, version, feeScheduleId, reason, createdAt: now })
    return accept({ version })
  },
  tells: ({ reason }, { version }) => ({
    sentence: `Made policy version ${version}: ${reason}`,
    facts: { version },
  }),
})

type Schedule = typeof feeSchedules.$inferSelect

async function addSchedule(tx: Tx, schedule: Schedule, version: number, createdAt: Schedule['createdAt']) {
  const { id: _, ...rates } = schedule
  const named = { name: `Rates of policy version ${version}`, source: `Policy version ${version}` }
  const [row] = await tx
    .insert(feeSchedules)
    .values({ ...rates, ...named, createdAt })
    .returning({ id: feeSchedules.id })
  if (!row) throw new Error('The fee schedule was not written.')
  return row.id
}

const isWithin = (some: Record<string, string | number | Cents | null>, all: object) =>
  Object.entries(some).every(([name, value]) => (all as Record<string, unknown>)[name] === value)

const day = {
  calendar: z.enum(['federal', 'california'], 'Federal or California.'),
  date: fields.calendarDate,
}

/** Adds a closed day. Every open hold is worked out anew, and the answer says how many moved. */
export const addHoliday = command({
  name: 'add-holiday',
  may: ['administrator'],
  input: z.strictObject({ ...day, name: fields.neededLine(120) }),
  seenBy: 'all',
  async run({ tx, today }, { calendar, date, name }) {
    const [known] = await tx
      .select()
      .from(holidays)
      .where(and(eq(holidays.calendar, calendar), eq(holidays.date, date)))
    if (known && !known.removed) return refuse('holiday-known', { name: known.name }, 'date')
    await tx
      .insert(holidays)
      .values({ calendar, date, name })
      .onConflictDoUpdate({ target: [holidays.calendar, holidays.date], set: { name, removed: false } })
    return accept({ moved: await refreshOpen(tx, today) })
  },
  tells: ({ date, name }, { moved }) => ({
    sentence: `Added ${formatLong(date)} as a closed day: ${name}. ${moved} open subpoenas moved.`,
  }),
})

/** Takes a closed day out. A hold that was told to a subscriber never ends before the day printed in the notice. */
export const removeHoliday = command({
  name: 'remove-holiday',
  may: ['administrator'],
  input: z.strictObject(day),
  seenBy: 'all',
  async run({ tx, today }, { calendar, date }) {
    const [known] = await tx
      .update(holidays)
      .set({ removed: true })
      .where(and(eq(holidays.calendar, calendar), eq(holidays.date, date), eq(holidays.removed, false)))
      .returning()
    if (!known) return refuse('no-such-holiday')
    return accept({ moved: await refreshOpen(tx, today) })
  },
  tells: ({ date }, { moved }) => ({
    sentence: `Took ${formatLong(date)} out of the closed days. ${moved} open subpoenas moved.`,
  }),
})

const ended = ['closed', 'rejected', 'withdrawn', 'referred', 'answered'] as const

async function refreshOpen(tx: Tx, today: Parameters<typeof refreshCaches>[2]): Promise<number> {
  const open = await tx
    .select({ id: subpoenas.id })
    .from(subpoenas)
    .where(not(inArray(subpoenas.stage, [...ended])))
  return refreshCaches(
    tx,
    open.map(({ id }) => id),
    today,
  )
}
