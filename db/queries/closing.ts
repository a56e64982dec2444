import { type Actor, caseReaders, mustBe } from '#lib/access/actor.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { notLeft } from '#lib/production/leaving.ts'
import type { Refused } from '#lib/result.ts'
import { againstClosing } from '#lib/review/acceptance.ts'
import { stageLabels, stageOf } from '#lib/subpoena/stage.ts'
import { type Loaded, loadSubpoena } from '../load.ts'
import { type On, reader } from '../tx.ts'
import { billingsOf } from './billing_state.ts'
import { todayOf } from './office.ts'
import { productionsOnFile } from './productions_on_file.ts'

/** Everything that stands against closing a subpoena today, from facts and never from the cache. */
export async function closingBlockers(on: On, loaded: Loaded, today: CalendarDate): Promise<Refused[]> {
  const { row, facts, calendar } = loaded
  const stage = stageOf(facts, calendar, today)
  const billing = (await billingsOf(on, [row.id], today)).get(row.id)?.state ?? 'none'
  const productions = (await productionsOnFile(on, [row.id])).get(row.id) ?? []
  const waiting = notLeft(productions, facts).map(({ number }) => number)
  return againstClosing({ key: stage, label: stageLabels[stage] }, billing, waiting)
}

/** The same for a page; null when there is no such subpoena. */
export async function closingOf(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const on = reader()
  const loaded = await loadSubpoena(on, reference)
  if (!loaded) return null
  return {
    row: loaded.row,
    facts: loaded.facts,
    against: await closingBlockers(on, loaded, await todayOf(on)),
  }
}
