import { eq } from 'drizzle-orm'
import { letterPaper } from '#lib/documents/letter_paper.ts'
import { type KindOf, labelOf } from '#lib/kinds.ts'
import type { Letter } from '#lib/letters/letter.ts'
import { toHtml, toText } from '#lib/letters/mail.ts'
import type { Attachment } from '#lib/mail/attachment.ts'
import { accept, type Result } from '#lib/result.ts'
import type { Context } from './command.ts'
import { fontSet } from './fonts.ts'
import { historyHead } from './history.ts'
import { queueMail } from './mail/queue.ts'
import { keepPaper } from './papers.ts'
import { drawn } from './printed.ts'
import { refuse } from './refusals.ts'
import { letters, requesters, subpoenas, subscribers } from './schema.ts'
import type { On, Tx } from './tx.ts'

export type LetterToSend = {
  readonly kind: KindOf<'paperKinds'>
  readonly subpoenaId: number
  readonly recipient: 'requester' | 'subscriber'
  /** Needed for a letter to a subscriber. */
  readonly subscriberId?: number
  readonly letter: Letter
  readonly how: KindOf<'shipmentMethods'>
  /** Another e-mail address than the one on file. */
  readonly to?: string
  /** What goes along beside the letter itself. */
  readonly attachments?: readonly Attachment[]
}

export type LetterSent = {
  readonly letterId: number
  readonly paperId: number
  readonly pages: number
  /** Null unless it went by e-mail. */
  readonly outboxId: number | null
}

/**
 * Issues a letter: draws and keeps its paper, remembers that it was sent, and queues it with the paper attached when
 * it goes by e-mail. All of it in the transaction of the command, or nothing.
 *
 * @returns refusals `no-email-address` and `no-glyph`.
 */
export async function sendLetter(
  context: Context,
  asked: LetterToSend,
): Promise<Result<LetterSent, 'no-email-address' | 'no-glyph'>> {
  const { tx, actor, now, today } = context
  const { kind, subpoenaId, recipient, letter, how } = asked
  const addressee = await addresseeOf(tx, asked)
  const to = asked.to || addressee.email
  if (how === 'e-mail' && to === '') return refuse('no-email-address')
  const paper = await drawLetter(tx, letter, addressee, how)
  if (!paper.ok) return paper
  const about = { kind, subpoenaId, language: letter.language, now }
  const paperId = await keepPaper(tx, paper.value, about)
  const outboxId =
    how === 'e-mail'
      ? await queueMail(context, {
          kind: mailKindOf(asked),
          subpoenaId,
          to,
          subject: letter.subject,
          text: toText(letter),
          html: toHtml(letter),
          attachments: [pdfOf(paperId, `${letter.reference}-${kind}`), ...(asked.attachments ?? [])],
        })
      : null
  const [row] = await tx
    .insert(letters)
    .values({
      kind,
      subpoenaId,
      recipient,
      subscriberId: asked.subscriberId ?? null,
      paperId,
      outboxId,
      onDate: today,
      at: now,
      byId: actor.id,
    })
    .returning({ id: letters.id })
  if (!row) throw new Error('The letter was not written.')
  return accept({ letterId: row.id, paperId, pages: paper.value.pages, outboxId })
}

/** Draws a letter for its addressee; the way it is sent stands on it, and the head of the history at its foot. */
async function drawLetter(on: On, letter: Letter, addressee: Addressee, how: KindOf<'shipmentMethods'>) {
  const { sequence, mac } = await historyHead(on)
  const envelope = {
    to: [addressee.name, addressee.address],
    sentBy: labelOf('shipmentMethods', how).toLowerCase().replace('fedex', 'FedEx'),
    historyHead: `${sequence} ${mac.slice(0, 12)}`,
  }
  return drawn(() => letterPaper(letter, envelope, fontSet()))
}

/** One of our own papers as what goes along with a mail. */
export function pdfOf(paperId: number, name: string): Attachment {
  return { filename: `${name}.pdf`, contentType: 'application/pdf', paperId }
}

/** Whose name and address stand in the window, in the form that can be printed. */
type Addressee = { readonly name: string; readonly address: string; readonly email: string }

async function addresseeOf(
  tx: Tx,
  { recipient, subpoenaId, subscriberId }: LetterToSend,
): Promise<Addressee> {
  const found =
    recipient === 'subscriber'
      ? await subscriberAddressee(tx, subscriberId ?? 0)
      : await requesterOf(tx, subpoenaId)
  if (!found) throw new Error('The letter is addressed to nobody.')
  return found
}

async function subscriberAddressee(on: On, subscriberId: number): Promise<Addressee | null> {
  const [row] = await on.select().from(subscribers).where(eq(subscribers.id, subscriberId))
  if (!row) return null
  return {
    name: row.namePrinted ?? row.name,
    address: row.addressPrinted ?? row.address,
    email: row.email,
  }
}

async function requesterOf(on: On, subpoenaId: number): Promise<Addressee | null> {
  const [row] = await on
    .select({
      name: requesters.name,
      namePrinted: requesters.namePrinted,
      attention: requesters.attention,
      address: requesters.address,
      email: requesters.email,
    })
    .from(subpoenas)
    .innerJoin(requesters, eq(requesters.id, subpoenas.requesterId))
    .where(eq(subpoenas.id, subpoenaId))
  if (!row) return null
  const { name, namePrinted, attention, address, email } = row
  return { name: namePrinted ?? name, address: [attention, address].filter(Boolean).join('\n'), email }
}

function mailKindOf({ kind, recipient }: LetterToSend): KindOf<'mailKinds'> {
  if (recipient === 'requester') return 'letter'
  return kind === 'notice' ? 'notice' : 'withdrawal-told'
}
