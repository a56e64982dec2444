import { keepHouse } from '#db/commands/clockwork/daily.ts'
import { checkCaches, refreshDueCaches } from '#db/commands/clockwork/refresh.ts'
import { lastSubpoenaId } from '#db/queries/ids.ts'
import { todayOf } from '#db/queries/office.ts'
import { reader } from '#db/tx.ts'
import { system } from '#lib/access/actor.ts'
import { calendarDate, daysBetween } from '#lib/calendar/date.ts'

/**
 * One tick of the clockwork. It asks what is due and never counts ticks, so a desk that slept catches up at its first
 * one, and two processes may tick at once. Nothing waits for it: guards work with days, not with its caches.
 */
export async function tick(stopping: () => boolean = () => false): Promise<void> {
  for (let more = true; more && !stopping(); ) {
    const refreshed = await refreshDueCaches(system, {})
    more = refreshed.ok && refreshed.value.more
  }
  if (stopping()) return
  const kept = await keepHouse(system, {})
  if (kept.ok && kept.value.done) await checkCaches(system, { from: await whereToCheck() })
}

const epoch = calendarDate('2020-01-01')

/** Another stretch of rows each day, so that in time all of them are compared. */
async function whereToCheck(): Promise<number> {
  const last = await lastSubpoenaId(reader())
  const day = daysBetween(epoch, await todayOf(reader()))
  return last > 100 ? (day * 100) % last : 0
}
