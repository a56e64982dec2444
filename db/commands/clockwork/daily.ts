import { eq, lt } from 'drizzle-orm'
import { z } from 'zod'
import { yearOf } from '#lib/calendar/date.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { clockwork, submissions } from '../../schema.ts'
import { addHolidays } from '../office.ts'

const name = 'daily'
const replayDays = 30
const yearsAhead = 10

/**
 * What is done once a day, by whichever process comes first: holidays reach ten years ahead, and answers kept for
 * repeats are dropped after thirty days. The day is marked in the same transaction, so a run that was cut off is made
 * up for, and a desk that slept for a week does it once.
 */
export const keepHouse = command({
  name: 'keep-house',
  may: ['system'],
  input: z.strictObject({}),
  async run({ tx, now, today }) {
    const [last] = await tx.select().from(clockwork).where(eq(clockwork.name, name))
    if (last?.lastRunOn && last.lastRunOn >= today) return accept({ done: false, holidaysTo: null })
    const ran = { lastRunOn: today, lastRunAt: now }
    await tx
      .insert(clockwork)
      .values({ name, ...ran })
      .onConflictDoUpdate({ target: clockwork.name, set: ran })
    await tx.delete(submissions).where(lt(submissions.at, (now - replayDays * 86_400_000) as Instant))
    const newYear = last?.lastRunOn ? yearOf(last.lastRunOn) < yearOf(today) : false
    const holidaysTo = newYear ? yearOf(today) + yearsAhead : null
    if (holidaysTo !== null) await addHolidays(tx, yearOf(today), holidaysTo)
    return accept({ done: true, holidaysTo })
  },
  seenBy: 'all',
  tells: (_, { holidaysTo }) =>
    holidaysTo === null ? null : { sentence: `Extended the holidays to ${holidaysTo}.` },
})
