import { and, asc, gt, gte, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { refreshCaches, workedOutCaches } from '../../queries/cache.ts'
import { subpoenas } from '../../schema.ts'

const batch = 50

/**
 * Works the caches of those subpoenas out anew whose day has come, fifty at a time, so that nobody waits for long. Two
 * processes may do it at once: each batch is a transaction, and what one has refreshed is not due for the other.
 */
export const refreshDueCaches = command({
  name: 'refresh-due-caches',
  may: ['system'],
  input: z.strictObject({}),
  async run({ tx, today }) {
    const due = await tx
      .select({ id: subpoenas.id })
      .from(subpoenas)
      .where(and(isNotNull(subpoenas.nextChangeOn), lte(subpoenas.nextChangeOn, today)))
      .orderBy(asc(subpoenas.nextChangeOn), asc(subpoenas.id))
      .limit(batch)
    const changed = await refreshCaches(
      tx,
      due.map(({ id }) => id),
      today,
    )
    return accept({ changed, more: due.length === batch })
  },
  // Time passing is no act: what a day changed is told by the days themselves.
  tells: () => null,
})

const sample = 100

/**
 * Compares the caches of a hundred subpoenas with the rule, another hundred each day, and mends those that are wrong.
 * A wrong one is a defect of the program, so it is told in the history.
 *
 * @param from The row after which the hundred begin; the caller moves it on.
 */
export const checkCaches = command({
  name: 'check-caches',
  may: ['system'],
  input: z.strictObject({ from: z.int().min(0) }),
  seenBy: 'all',
  async run({ tx, today }, { from }) {
    const rows = await tx
      .select({
        id: subpoenas.id,
        reference: subpoenas.reference,
        stage: subpoenas.stage,
        billing: subpoenas.billing,
        nextChangeOn: subpoenas.nextChangeOn,
      })
      .from(subpoenas)
      // One whose day has come is not wrong, only not refreshed yet.
      .where(
        and(gte(subpoenas.id, from), or(isNull(subpoenas.nextChangeOn), gt(subpoenas.nextChangeOn, today))),
      )
      .orderBy(asc(subpoenas.id))
      .limit(sample)
    const ids = rows.map(({ id }) => id)
    const right = await workedOutCaches(tx, ids, today)
    const wrong = rows.filter(({ id, stage, billing, nextChangeOn }) => {
      const cache = right.get(id)
      return (
        cache && (cache.stage !== stage || cache.billing !== billing || cache.nextChangeOn !== nextChangeOn)
      )
    })
    await refreshCaches(
      tx,
      wrong.map(({ id }) => id),
      today,
    )
    return accept({ checked: rows.length, wrong: wrong.map(({ reference }) => reference) })
  },
  tells: (_, { wrong }) =>
    wrong.length === 0
      ? null
      : {
          sentence: `The stage or billing that lists showed was wrong and was mended: ${wrong.join(', ')}.`,
          facts: { wrong },
        },
})
