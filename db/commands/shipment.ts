import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { labelOf } from '#lib/kinds.ts'
import { toHtml, toText } from '#lib/letters/mail.ts'
import type { Attachment } from '#lib/mail/attachment.ts'
import { againstLeaving, blockerSentence } from '#lib/production/leaving.ts'
import { isRecipient, usualAddress } from '#lib/production/recipient.ts'
import { refuse } from '#lib/production/refusals.ts'
import { accept, type Result } from '#lib/result.ts'
import { writeCharge } from '../charges.ts'
import { type Context, command } from '../command.ts'
import { takeNumber } from '../counters.ts'
import { pdfOf } from '../letters.ts'
import { type Loaded, loadSubpoena, subpoenaRow } from '../load.ts'
import { queueMail } from '../mail/queue.ts'
import { unprintable } from '../printed.ts'
import { coverLetterOf, fileNameOf } from '../production/letters.ts'
import { type LoadedProduction, loadProduction, targetsOf } from '../production/load.ts'
import { releasedTo } from '../production/recipient.ts'
import { refuse as refuseAny } from '../refusals.ts'
import { files, shipments } from '../schema.ts'
import type { Tx } from '../tx.ts'

/** What most mail servers take, whole, in bytes; a mail is a third larger than its files. */
const largestMail = 20_000_000

/**
 * Sends a released production by e-mail, or records the parcel, letter, fax or hand that takes it. What leaves today
 * is asked the questions of the release again; a record of an earlier day is a fact and is written down as one. It
 * goes to whom it was released to; elsewhere only by a person who did not prepare it, with a reason on file.
 */
export const shipProduction = command({
  name: 'ship-production',
  may: ['custodian', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    production: fields.ordinal,
    method: fields.kind('shipmentMethods'),
    /** The e-mail address, for an e-mail; the name for all else. The recipient of the release when it is left out. */
    sentTo: fields.line(254).optional(),
    /** Why it goes to somebody else than it was released to. */
    elsewhereWhy: fields.text(1000).optional(),
    trackingNumber: fields.line(60).optional(),
    sentOn: fields.calendarDate.optional(),
  }),
  async run(context, input) {
    const { tx, actor, now, today } = context
    const { reference, production: number, method, trackingNumber = '' } = input
    // Who a subscriber is goes where two people meant it to go.
    if (actor.kind === 'machine' && method === 'e-mail' && input.sentTo)
      return refuse('address-not-on-file', {}, 'sentTo')
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuseAny('no-such-subpoena')
    const production = await loadProduction(tx, loaded.row.id, number)
    if (!production) return refuse('no-such-production')
    const { releasedOn, preparedById } = production.row
    const recipient = releasedTo(production.row)
    if (releasedOn === null || recipient === null) return refuse('not-released')
    const sentOn = method === 'e-mail' ? today : (input.sentOn ?? today)
    if (sentOn > today) return refuse('in-the-future', {}, 'sentOn')
    if (sentOn < releasedOn) return refuse('before-released', { releasedOn }, 'sentOn')
    const tracked = method === 'fedex' || method === 'courier'
    if (tracked && trackingNumber.trim() === '') return refuse('tracking-needed', {}, 'trackingNumber')
    const noGlyph = unprintable({ sentTo: input.sentTo, trackingNumber })
    if (noGlyph) return noGlyph
    if (sentOn === today) {
      const found = againstLeaving(loaded.facts, targetsOf(production), loaded.calendar, { now, today })
      if (found.length > 0) {
        return refuse('cannot-leave', { sentences: found.map(blockerSentence), blockers: found })
      }
    }
    const sentTo = input.sentTo?.trim() || usualAddress(recipient, method)
    if (method === 'e-mail' && !fields.emailAddress.safeParse(sentTo).success) {
      return refuse('address-needed', {}, 'sentTo')
    }
    const isElsewhere = sentTo !== usualAddress(recipient, method) && !isRecipient(recipient, method, sentTo)
    const elsewhereWhy = isElsewhere ? (input.elsewhereWhy?.trim() ?? '') : ''
    const isSecond = actor.kind === 'person' && actor.id !== preparedById
    if (isElsewhere && !isSecond) return refuse('elsewhere-by-another', {}, 'sentTo')
    if (isElsewhere && elsewhereWhy === '') return refuse('elsewhere-needs-reason', {}, 'elsewhereWhy')
    const mailed = method === 'e-mail' ? await mail(context, loaded, production, sentTo) : accept(null)
    if (!mailed.ok) return mailed

    const shipment = await takeNumber(tx, `shipment-of-production-${production.row.id}`)
    const [row] = await tx
      .insert(shipments)
      .values({
        productionId: production.row.id,
        number: shipment,
        method,
        trackingNumber: trackingNumber.trim(),
        sentTo,
        sentOn,
        elsewhereWhy,
        outboxId: mailed.value,
        at: now,
        byId: actor.id,
      })
      .returning({ id: shipments.id })
    if (method === 'fedex') {
      await writeCharge(tx, {
        subpoenaId: loaded.row.id,
        kind: 'parcel',
        workedOn: sentOn,
        description: `${labelOf('chargeKinds', 'parcel')} ${trackingNumber.trim()}, to ${sentTo}`,
        quantity: 1,
        shipmentId: row?.id ?? null,
        at: now,
        byId: actor.id,
      })
    }
    return accept({ reference, production: number, shipment, isElsewhere })
  },
  tells: ({ reference, method, trackingNumber }, { production, shipment, isElsewhere }) => ({
    subpoena: reference,
    sentence:
      (method === 'e-mail'
        ? `Queued production ${production} to be e-mailed`
        : `Shipped production ${production}: ${[labelOf('shipmentMethods', method), trackingNumber].filter(Boolean).join(' ')}`) +
      (isElsewhere ? ', elsewhere than it was released to, for a reason that stands with the shipment' : ''),
    facts: { production, shipment, method, isElsewhere },
  }),
})

/** Records on which day a shipment arrived. */
export const recordShipmentDelivered = command({
  name: 'record-shipment-delivered',
  may: ['custodian', 'counsel', 'intake'],
  input: z.strictObject({
    reference: fields.reference,
    production: fields.ordinal,
    shipment: fields.ordinal,
    deliveredOn: fields.calendarDate,
  }),
  async run({ tx, today }, { reference, production: number, shipment, deliveredOn }) {
    const subpoena = await subpoenaRow(tx, reference)
    if (!subpoena) return refuseAny('no-such-subpoena')
    const production = await loadProduction(tx, subpoena.id, number)
    if (!production) return refuse('no-such-production')
    const [row] = await tx
      .select()
      .from(shipments)
      .where(and(eq(shipments.productionId, production.row.id), eq(shipments.number, shipment)))
    if (!row) return refuse('no-such-shipment')
    if (row.deliveredOn !== null) return refuse('delivered-before', { deliveredOn: row.deliveredOn })
    if (deliveredOn > today) return refuse('in-the-future', {}, 'deliveredOn')
    if (deliveredOn < row.sentOn) return refuse('before-sent', { sentOn: row.sentOn }, 'deliveredOn')

    await tx.update(shipments).set({ deliveredOn }).where(eq(shipments.id, row.id))
    return accept({ reference, production: number, shipment })
  },
  tells: ({ reference }, { production, shipment }) => ({
    subpoena: reference,
    sentence: `Recorded that shipment ${shipment} of production ${production} arrived`,
    facts: { production, shipment },
  }),
})

/** Queues the cover letter with the declaration and the files, under their page labels. */
async function mail(
  context: Context,
  loaded: Loaded,
  production: LoadedProduction,
  to: string,
): Promise<Result<number | null, string>> {
  const { tx, zone } = context
  const { row, items } = production
  const enclosed = await enclosedFiles(tx, production)
  const megabytes = Math.ceil(enclosed.reduce((sum, file) => sum + file.size, 0) / 1_000_000)
  if (megabytes * 1_000_000 > largestMail) return refuse('too-large-to-mail', { megabytes }, 'method')
  const words = { row, items, zone, on: row.releasedOn ?? context.today }
  const letter = await coverLetterOf(tx, loaded, words)
  const papers: Attachment[] = []
  const name = `${loaded.row.reference}-production-${row.number}`
  if (row.coverPaperId) papers.push(pdfOf(row.coverPaperId, `${name}-letter`))
  if (row.declarationPaperId) papers.push(pdfOf(row.declarationPaperId, `${name}-declaration`))
  const outboxId = await queueMail(context, {
    kind: 'production',
    subpoenaId: loaded.row.id,
    to,
    subject: letter.subject,
    text: toText(letter),
    html: toHtml(letter),
    attachments: [...papers, ...enclosed.map(({ size, ...attachment }) => attachment)],
  })
  return accept(outboxId)
}

async function enclosedFiles(tx: Tx, { items }: LoadedProduction) {
  const hashes = items.flatMap(({ fileSha256 }) => (fileSha256 ? [fileSha256] : []))
  if (hashes.length === 0) return []
  const rows = await tx.select().from(files).where(inArray(files.sha256, hashes))
  return items.flatMap((item) => {
    const file = rows.find(({ sha256 }) => sha256 === item.fileSha256)
    if (!file) return []
    const { contentType, sha256, size } = file
    return [{ filename: fileNameOf(item, contentType), contentType, sha256, size }]
  })
}
