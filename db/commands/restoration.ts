import { and, eq, isNull, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { refuse } from '#lib/restoration/refusals.ts'
import { series, seriesNames } from '#lib/restoration/series.ts'
import { accept } from '#lib/result.ts'
import { type Context, command } from '../command.ts'
import { yearly } from '../counters.ts'
import { messageId } from '../mail/row.ts'
import { openRestoration } from '../queries/restoration.ts'
import { counters, numberGaps, outbox, restorations } from '../schema.ts'
import { noteAttempt } from './mail/result.ts'

const head = { headSequence: z.int().min(0), headMac: z.string().regex(/^[0-9a-f]{64}$/) }

/** Notes that this office came out of a backup, which makes it read-only. Asked by `npm run restore` alone. */
export const recordRestoration = command({
  name: 'record-restoration',
  may: ['system'],
  input: z.strictObject({ backupMadeAt: fields.instant, ...head }),
  seenBy: 'all',
  whileReadOnly: ['system'],
  async run({ tx, now }, restored) {
    await tx.insert(restorations).values({ ...restored, restoredAt: now })
    return accept(null)
  },
  tells: ({ backupMadeAt, headSequence }) => ({
    sentence: `Restored this office from a backup, whose last history entry is ${headSequence}.`,
    facts: { backupMadeAt, headSequence },
  }),
})

/** The most numbers that one restoration may leave out: a slip of the pen is more likely beyond. */
const mostLeftOut = 10_000

/**
 * Ends the read-only time of an office that came out of a backup: an administrator has seen the last numbers, the mail
 * that is held back and the history's head.
 *
 * `numbers` are the last ones given outside, where paper shows that they went further than the backup knows; what lies
 * between is recorded as a gap. Mail that waits is held (a person then says of each what became of it) or goes.
 */
export const openRestoredOffice = command({
  name: 'open-restored-office',
  may: ['administrator'],
  // It says that somebody has looked.
  inPerson: true,
  input: z.strictObject({
    headSeen: head.headSequence,
    numbers: z
      .array(
        z.strictObject({
          series: z.enum(seriesNames),
          year: fields.wholeNumber(1990, 2199),
          last: fields.wholeNumber(0, 999_999),
        }),
      )
      .max(40),
    mail: z.enum(['hold', 'send', 'send-ticked'], 'Say what becomes of the mail.'),
    ticked: z.array(messageId).max(1000),
  }),
  seenBy: 'all',
  whileReadOnly: ['administrator'],
  async run(context, { headSeen, numbers, mail, ticked }) {
    const { tx, actor, now } = context
    const restored = await openRestoration(tx)
    if (!restored) return refuse('nothing-restored')
    if (restored.headSequence !== headSeen) return refuse('other-restoration')
    const raised: string[] = []
    for (const [index, number] of numbers.entries()) {
      const done = await raise(context, restored.id, number, `numbers.${index}.last`)
      if (!done.ok) return done
      if (done.value) raised.push(done.value)
    }
    const held = mail === 'send' ? 0 : await holdMail(context, mail === 'hold' ? [] : ticked)
    await tx
      .update(restorations)
      .set({ acceptedAt: now, acceptedById: actor.id })
      .where(isNull(restorations.acceptedAt))
    return accept({ raised, held })
  },
  tells: ({ headSeen, mail }, { raised, held }) => ({
    sentence: [
      `Looked at the office that was restored, whose backup ends with history entry ${headSeen}, and opened it again.`,
      raised.length > 0 ? `Left out as given before: ${raised.join(', ')}.` : 'No number was raised.',
      mail === 'send' ? 'The mail that waited goes.' : `Held ${held} of the mail that waited.`,
    ].join(' '),
    facts: { raised, held },
  }),
})

type Raised = { readonly series: (typeof seriesNames)[number]; readonly year: number; readonly last: number }

/** The numbers that are left out by raising a counter, in words; null where it stands there already. */
async function raise(
  { tx }: Context,
  restorationId: number,
  { series: name, year, last }: Raised,
  field: string,
) {
  const counter = `${name}-${year}`
  const [row] = await tx.select().from(counters).where(eq(counters.name, counter))
  const before = row?.value ?? 0
  const { prefix } = series[name]
  if (last < before) return refuse('number-below', { number: yearly(prefix, year, before) }, field)
  if (last > before + mostLeftOut) return refuse('number-too-far', { most: mostLeftOut }, field)
  if (last === before) return accept(null)
  await tx
    .insert(counters)
    .values({ name: counter, value: last })
    .onConflictDoUpdate({ target: counters.name, set: { value: last } })
  const first = before + 1
  await tx.insert(numberGaps).values({ series: name, year, first, last, restorationId })
  const from = yearly(prefix, year, first)
  return accept(first === last ? from : `${from} to ${yearly(prefix, year, last)}`)
}

/**
 * It may have gone between the backup and its restoration, and nothing goes twice unasked. A notice becomes unsure, so
 * that a person says whether it arrived; any other mail failed, so that its keeper sends it again or sets it aside.
 */
async function holdMail(context: Context, going: readonly string[]): Promise<number> {
  const { tx } = context
  const waiting = await tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.state, 'waiting'), notInArray(outbox.messageId, [...going])))
  const reply = 'Held back: the office was restored from a backup, after which this may have gone.'
  for (const mail of waiting) {
    await noteAttempt(context, mail, 'unsure', reply)
    const state = mail.kind === 'notice' ? 'unsure' : 'failed'
    await tx
      .update(outbox)
      .set({ state, reply, leaseOwner: null, leaseUntilAt: null })
      .where(eq(outbox.id, mail.id))
  }
  return waiting.length
}
