import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { BusinessCalendar } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { type CaseToday, caseToday } from '#lib/today/case_file.ts'
import { charges, noticeBars, preservations, productions, shipments, subpoenas } from '../schema.ts'
import type { On } from '../tx.ts'
import { calendarsOf } from './cache.ts'
import { caseFilesOf, openBilling } from './case_files.ts'
import { inBatches } from './in_batches.ts'
import { answeredAndMisdirected } from './notice_deliveries.ts'

export type Moment = { readonly now: Instant; readonly today: CalendarDate; readonly zone: string }

/** Stages in which the paper itself waits for something; found by index, whatever the calendar did since. */
const openStages = ['to-review', 'to-research', 'to-notify', 'on-hold', 'stayed', 'ready'] as const

/** Every case that may ask something of a person today, money apart, by row id. */
export async function openCases(on: On, moment: Moment): Promise<Map<number, CaseToday>> {
  const open = await on
    .select({ id: subpoenas.id })
    .from(subpoenas)
    .where(inArray(subpoenas.stage, [...openStages]))
  const ids = new Set([
    ...open.map((row) => row.id),
    ...(await unshipped(on)),
    ...(await deficientAndNotKept(on)),
    ...(await answeredAndMisdirected(on)),
    ...(await answeredUnderAnOrder(on)),
  ])
  return casesToday(on, [...ids], moment)
}

export async function casesToday(
  on: On,
  ids: readonly number[],
  moment: Moment,
): Promise<Map<number, CaseToday>> {
  const files = await caseFilesOf(on, ids, moment.zone)
  const calendarOf: (id: number) => BusinessCalendar = await calendarsOf(on, ids)
  return new Map([...files].map(([id, file]) => [id, caseToday(file, calendarOf(id), moment)]))
}

/** Answered ones whose answer was released and lies here still. */
async function unshipped(on: On): Promise<number[]> {
  const rows = await on
    .selectDistinct({ id: productions.subpoenaId })
    .from(productions)
    .innerJoin(subpoenas, eq(subpoenas.id, productions.subpoenaId))
    .leftJoin(shipments, eq(shipments.productionId, productions.id))
    .where(and(isNotNull(productions.releasedAt), isNull(shipments.id), eq(subpoenas.stage, 'answered')))
  return rows.map((row) => row.id)
}

/** Answered, and perhaps closed, where an order forbade a notice: when it ends, the subscriber is to be told. */
async function answeredUnderAnOrder(on: On): Promise<number[]> {
  const rows = await on
    .selectDistinct({ id: noticeBars.subpoenaId })
    .from(noticeBars)
    .innerJoin(subpoenas, eq(subpoenas.id, noticeBars.subpoenaId))
    .where(inArray(subpoenas.stage, ['answered', 'closed']))
  return rows.map((row) => row.id)
}

/** A deficient paper may be cured: what was asked to be kept for it is still followed. */
async function deficientAndNotKept(on: On): Promise<number[]> {
  const deficient = await on
    .select({ id: subpoenas.id })
    .from(subpoenas)
    .where(eq(subpoenas.stage, 'deficient'))
  const rows = await inBatches(
    deficient.map((row) => row.id),
    (batch) =>
      on
        .select({ id: preservations.subpoenaId })
        .from(preservations)
        .where(and(inArray(preservations.subpoenaId, batch), isNull(preservations.doneAt))),
  )
  return rows.map((row) => row.id)
}

/** Every subpoena with money that somebody must do something about, or with work that is not billed. */
export async function openMoneyIds(on: On): Promise<number[]> {
  const owed = await on
    .select({ id: subpoenas.id })
    .from(subpoenas)
    .where(inArray(subpoenas.billing, [...openBilling]))
  const unbilled = await on
    .selectDistinct({ id: charges.subpoenaId })
    .from(charges)
    .where(and(isNull(charges.invoiceId), isNull(charges.droppedAt)))
  return [...new Set([...owed, ...unbilled].map((row) => row.id))]
}
