import { and, eq } from 'drizzle-orm'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Derived } from '#lib/calendar/derivation.ts'
import { noticeDays } from '#lib/notice/last_day.ts'
import { type Effect, usualExtension } from '#lib/objection/effects.ts'
import { refuse } from '#lib/objection/refusals.ts'
import { accept } from '#lib/result.ts'
import { holdOf } from '#lib/subpoena/lane.ts'
import { type Loaded, loadSubpoena } from './load.ts'
import { refuse as refuseAny } from './refusals.ts'
import { objections } from './schema.ts'
import type { On } from './tx.ts'

export async function loadObjection(on: On, reference: string, number: number) {
  const loaded = await loadSubpoena(on, reference)
  if (!loaded) return refuseAny('no-such-subpoena')
  const [objection] = await on
    .select()
    .from(objections)
    .where(and(eq(objections.subpoenaId, loaded.row.id), eq(objections.number, number)))
  return objection ? accept({ loaded, objection }) : refuse('no-such-objection')
}

/**
 * The day to which an announced objection extends the hold of these targets. Where no notice has taken effect yet, it
 * is counted as if one did today.
 */
export function extensionOf(
  { facts, policy, calendar, row }: Loaded,
  numbers: readonly number[],
  today: CalendarDate,
): Derived<CalendarDate> {
  const chosen = facts.targets.filter(({ number }) => numbers.includes(number))
  const ends = chosen.map(
    (target) =>
      holdOf(target, facts, calendar).holdEndsOn.value ??
      noticeDays([target], facts, today, calendar).lastDayOn.value,
  )
  const holdEndsOn = ends.sort().at(-1) ?? today
  return usualExtension({ holdEndsOn, complianceOn: row.complianceOn }, policy.noticeDays, calendar)
}

/** The words of an effect in the history. */
export function effectWords(
  effect: Effect,
  extendsToOn: CalendarDate | null,
  long: (day: CalendarDate) => string,
) {
  if (effect === 'extends-to-day')
    return `the hold is extended to ${extendsToOn ? long(extendsToOn) : 'a day'}`
  if (effect === 'stays-all') return 'every target is stayed'
  return effect === 'stays-part' ? 'its targets are stayed' : 'it has no effect on the hold'
}
