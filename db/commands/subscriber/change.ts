import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { refuse } from '#lib/subscriber/refusals.ts'
import { command } from '../../command.ts'
import { editedMeanwhile, lastEditor } from '../../edited_meanwhile.ts'
import { isPaperFiled } from '../../files.ts'
import { subpoenaRow } from '../../load.ts'
import { unprintable } from '../../printed.ts'
import { hasLooked } from '../../queries/identity.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { subscribers, targets } from '../../schema.ts'
import { settleCorrection } from '../../subscriber_corrected.ts'
import {
  printedOf,
  type SubscriberFields,
  type SubscriberRow,
  storedFields,
  subscriberFields,
  subscriberOn,
} from '../../subscribers.ts'

/**
 * Corrects what is known of a subscriber. Letters already sent keep what they said, but a notice that went by what is
 * corrected now counts only if it reached them.
 */
export const changeSubscriber = command({
  name: 'change-subscriber',
  may: ['custodian'],
  input: z.strictObject({
    reference: fields.reference,
    subscriber: fields.subscriberNumber,
    version: fields.version,
    ...subscriberFields,
    /** Whether the notices that went by what is on file reached this person; empty: nothing is said. */
    noticeReached: z.enum(['', 'reached', 'not-reached'], 'Say whether it reached them.'),
  }),
  async run(context, { reference, subscriber, version, noticeReached, ...given }) {
    const { tx, actor } = context
    const subpoena = await subpoenaRow(tx, reference)
    if (!subpoena) return refuseAny('no-such-subpoena')
    const row = await subscriberOn(tx, subpoena.id, subscriber)
    if (!row) return refuseAny('no-such-subscriber')
    if (row.version !== version) {
      const by = await lastEditor(tx, subpoena.id, ['change-subscriber'])
      // Both versions say who it is: only to who has said that they look.
      if (!(await hasLooked(tx, actor, subpoena.id))) return refuseAny('edited-meanwhile', { by })
      return editedMeanwhile(by, row.version, shown(row), shown(storedFields(given)))
    }
    if (given.name.trim() === '') return refuse('name-needed', {}, 'name')
    const noGlyph = unprintable(printedOf(given))
    if (noGlyph) return noGlyph
    const settled = await settleCorrection(context, { before: row, given, noticeReached })
    if (!settled.ok) return settled
    await tx
      .update(subscribers)
      .set({ ...storedFields(given), version: version + 1 })
      .where(eq(subscribers.id, row.id))
    return accept({ version: version + 1, stopped: settled.value })
  },
  tells: ({ reference, subscriber, noticeReached }, { stopped }) => ({
    subpoena: reference,
    sentence:
      `Changed what is known of ${subscriber}.` +
      (noticeReached === 'reached' ? ' The notices that went had reached them.' : '') +
      (stopped.length > 0 ? ` What did not reach them counts no more: ${stopped.join(', ')}.` : ''),
    facts: { subscriber, stopped },
  }),
})

const shown = (fields: Pick<SubscriberRow, 'namePrinted' | 'addressPrinted' | keyof SubscriberFields>) => ({
  name: fields.name,
  namePrinted: fields.namePrinted ?? '',
  email: fields.email,
  address: fields.address,
  addressPrinted: fields.addressPrinted ?? '',
  account: fields.account,
  language: fields.language,
})

/** Counsel says whether the copy of the paper may go along with the notice to this subscriber. */
export const markCopyFit = command({
  name: 'mark-copy-fit',
  may: ['counsel'],
  input: z.strictObject({
    reference: fields.reference,
    subscriber: fields.subscriberNumber,
    fit: z.enum(['fit', 'not-fit'], 'Say whether the copy is fit.'),
  }),
  async run({ tx, actor }, { reference, subscriber, fit }) {
    const subpoena = await subpoenaRow(tx, reference)
    if (!subpoena) return refuseAny('no-such-subpoena')
    const row = await subscriberOn(tx, subpoena.id, subscriber)
    if (!row) return refuseAny('no-such-subscriber')
    if (fit === 'fit' && !(await isPaperFiled(tx, subpoena))) return refuse('paper-not-filed')
    await tx
      .update(targets)
      .set({ copyFit: fit === 'fit', copyFitById: actor.id })
      .where(and(eq(targets.subpoenaId, subpoena.id), eq(targets.subscriberId, row.id)))
    return accept(null)
  },
  tells: ({ reference, subscriber, fit }) => ({
    subpoena: reference,
    sentence:
      fit === 'fit'
        ? `Marked the copy of the paper fit for ${subscriber}.`
        : `Marked the copy of the paper as not for ${subscriber}.`,
    facts: { subscriber, fit },
  }),
})
