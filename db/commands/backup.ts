import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { dayOf, type Instant, wallClockOf } from '#lib/calendar/instant.ts'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { command } from '../command.ts'
import { backups, clockwork } from '../schema.ts'

const nightly = 'nightly-backup'

/** Notes a backup that was read back whole. */
export const recordBackup = command({
  name: 'record-backup',
  may: ['system'],
  input: z.strictObject({
    file: fields.neededLine(255),
    size: z.int().min(1),
    encrypted: z.boolean(),
    historySequence: z.int().min(0),
    madeAt: fields.instant,
  }),
  seenBy: 'all',
  whileReadOnly: ['system'],
  async run({ tx, now }, made) {
    await tx.insert(backups).values({ ...made, verifiedAt: now })
    return accept(null)
  },
  tells: ({ encrypted, historySequence }) => ({
    sentence: `Made a backup and read it back${encrypted ? '' : ', not encrypted'}. Its last history entry is ${historySequence}.`,
    facts: { historySequence, encrypted },
  }),
})

/** Milliseconds after which a nightly backup that was begun and not ended is begun again. */
const triedAgainAfter = 3 * 60 * 60 * 1000

/**
 * Says whether the nightly backup is to be made now, by whoever asks first: two processes make one. It is due once a
 * day from `from` on ("HH:MM" in the office's zone), and one that failed is due again three hours later.
 */
export const beginNightlyBackup = command({
  name: 'begin-nightly-backup',
  may: ['system'],
  input: z.strictObject({ from: fields.clockTime }),
  async run({ tx, now, today, zone }, { from }) {
    if (wallClockOf(now, zone).time < from) return accept({ due: false, on: today })
    const [last] = await tx.select().from(clockwork).where(eq(clockwork.name, nightly))
    const wasMade = last?.lastRunOn ? last.lastRunOn >= today : false
    const isTried = last?.lastRunAt ? now - last.lastRunAt < triedAgainAfter : false
    if (wasMade || (isTried && dayOf(last?.lastRunAt as Instant, zone) === today))
      return accept({ due: false, on: today })
    await tx
      .insert(clockwork)
      .values({ name: nightly, lastRunOn: last?.lastRunOn ?? null, lastRunAt: now })
      .onConflictDoUpdate({ target: clockwork.name, set: { lastRunAt: now } })
    return accept({ due: true, on: today })
  },
  tells: () => null,
})

/** The nightly backup that was begun on a day is made, and that day needs no other. */
export const endNightlyBackup = command({
  name: 'end-nightly-backup',
  may: ['system'],
  input: z.strictObject({ on: fields.calendarDate }),
  async run({ tx }, { on: lastRunOn }) {
    await tx.update(clockwork).set({ lastRunOn }).where(eq(clockwork.name, nightly))
    return accept(null)
  },
  // The backup itself is told of.
  tells: () => null,
})
