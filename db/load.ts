import { eq } from 'drizzle-orm'
import type { BusinessCalendar } from '#lib/calendar/business.ts'
import type { SubpoenaFacts } from '#lib/subpoena/facts.ts'
import { subpoenaFacts } from './queries/facts.ts'
import { businessDays, type PolicyRow, policyOf } from './queries/office.ts'
import { subpoenas } from './schema.ts'
import type { On } from './tx.ts'

export type SubpoenaRow = typeof subpoenas.$inferSelect

/** A subpoena as a command needs it: its row, its facts, the policy it is pinned to and today's calendars. */
export type Loaded = {
  readonly row: SubpoenaRow
  readonly facts: SubpoenaFacts
  readonly policy: PolicyRow
  readonly calendar: BusinessCalendar
}

/** The row alone, by its reference. A command's first line: on PostgreSQL it will carry the row lock. */
export async function subpoenaRow(on: On, reference: string): Promise<SubpoenaRow | null> {
  const [row] = await on.select().from(subpoenas).where(eq(subpoenas.reference, reference))
  return row ?? null
}

export async function loadSubpoena(on: On, reference: string): Promise<Loaded | null> {
  const row = await subpoenaRow(on, reference)
  return row ? loadedRow(on, row) : null
}

/** @throws Error when there is none: a row of ours names it. */
export async function loadSubpoenaById(on: On, id: number): Promise<Loaded> {
  const [row] = await on.select().from(subpoenas).where(eq(subpoenas.id, id))
  if (!row) throw new Error(`There is no subpoena ${id}.`)
  return loadedRow(on, row)
}

async function loadedRow(on: On, row: SubpoenaRow): Promise<Loaded> {
  const policy = await policyOf(on, row.policyVersion)
  return {
    row,
    policy,
    facts: await subpoenaFacts(on, row.id),
    calendar: await businessDays(on, policy.calendars),
  }
}
