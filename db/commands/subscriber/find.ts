import { and, eq, inArray, ne } from 'drizzle-orm'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { refuse } from '#lib/subscriber/refusals.ts'
import { type Context, command } from '../../command.ts'
import { running, takeNumber } from '../../counters.ts'
import { loadSubpoena } from '../../load.ts'
import { doesNotGo, stopMisdirected } from '../../notice_stops.ts'
import { unprintable } from '../../printed.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { subscribers, targets } from '../../schema.ts'
import {
  printedOf,
  type SubscriberFields,
  storedFields,
  subscriberFields,
  subscriberRow,
} from '../../subscribers.ts'
import { changeableTargets } from '../../target_changes.ts'

/**
 * Says whose the targets are: a subscriber on file, by number, or a new one. Found anew, a target needs a new notice,
 * since one to somebody else told its subscriber nothing; a notice to somebody else that has not gone does not go.
 */
export const findSubscriber = command({
  name: 'find-subscriber',
  may: ['custodian'],
  input: z.strictObject({
    reference: fields.reference,
    targets: fields.targetNumbers,
    existing: z.union([z.literal(''), fields.subscriberNumber]),
    ...subscriberFields,
  }),
  async run(context, { reference, targets: numbers, existing, ...given }) {
    const { tx, actor, now } = context
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuseAny('no-such-subpoena')
    const found = await changeableTargets(tx, loaded, numbers)
    if (!found.ok) return found
    const subscriber = existing ? await known(context, existing, given) : await added(context, given)
    if (!subscriber.ok) return subscriber
    const { id, number } = subscriber.value
    await tx
      .update(targets)
      .set({
        subscriberId: id,
        noneFound: false,
        searched: '',
        resolvedAt: now,
        resolvedById: actor.id,
        copyFit: null,
        copyFitById: null,
      })
      .where(
        inArray(
          targets.id,
          found.value.map((row) => row.id),
        ),
      )
    const changed = { subpoenaId: loaded.row.id, numbers, subscriberId: id }
    return accept({ subscriber: number, stopped: await stopMisdirected(context, changed) })
  },
  tells: ({ reference, targets: numbers }, { subscriber, stopped }) => ({
    subpoena: reference,
    sentence: `Found the subscriber of ${targetLetters(numbers)}: ${subscriber}.${doesNotGo(stopped)}`,
    facts: { targets: numbers, subscriber },
  }),
})

async function known({ tx }: Context, number: string, given: SubscriberFields) {
  if (given.name.trim() || given.email || given.account.trim()) return refuse('not-both', {}, 'existing')
  const row = await subscriberRow(tx, number)
  return row ? accept(row) : refuseAny('no-such-subscriber', {}, 'existing')
}

async function added({ tx, now }: Context, given: SubscriberFields) {
  if (given.name.trim() === '') return refuse('name-needed', {}, 'name')
  const noGlyph = unprintable(printedOf(given))
  if (noGlyph) return noGlyph
  const holder = await holderOf({ tx }, given.account, 0)
  if (holder) return refuse('account-on-file', { number: holder }, 'account')
  const number = running('U', await takeNumber(tx, 'subscriber'))
  const [row] = await tx
    .insert(subscribers)
    .values({ ...storedFields(given), number, createdAt: now })
    .returning()
  if (!row) throw new Error('The subscriber was not written.')
  return accept(row)
}

/** The number of another subscriber who has this account. */
async function holderOf(
  { tx }: Pick<Context, 'tx'>,
  account: string,
  exceptId: number,
): Promise<string | null> {
  if (account.trim() === '') return null
  const [row] = await tx
    .select({ number: subscribers.number })
    .from(subscribers)
    .where(and(eq(subscribers.account, account), ne(subscribers.id, exceptId)))
    .limit(1)
  return row?.number ?? null
}
