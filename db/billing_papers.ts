import { eq } from 'drizzle-orm'
import { refuse } from '#lib/billing/refusals.ts'
import type { BilledCase } from '#lib/documents/invoice_facts.ts'
import { accept, type Result } from '#lib/result.ts'
import { historyHead } from './history.ts'
import type { SubpoenaRow } from './load.ts'
import { unprintable } from './printed.ts'
import { type Office, officeRow } from './queries/office.ts'
import { requesters } from './schema.ts'
import type { Tx } from './tx.ts'

export type RequesterRow = typeof requesters.$inferSelect

/** What every paper that asks for money says: who asks, of whom, in which case, and where the history stands. */
export type BillingPaper = {
  readonly office: Office
  readonly case: BilledCase
  /** Name, attention and address, a line each. */
  readonly billTo: readonly string[]
  readonly historyHead: string
  readonly requester: RequesterRow
}

/** The heads of billing papers; refused where a text that is not ours to change cannot be printed. */
export async function billingPaper(
  tx: Tx,
  subpoena: SubpoenaRow,
  billToId: number,
): Promise<Result<BillingPaper, 'not-printable'>> {
  const [requester] = await tx.select().from(requesters).where(eq(requesters.id, billToId))
  if (!requester) throw new Error('The invoice is billed to nobody.')
  const caption = subpoena.captionPrinted ?? subpoena.caption
  const { court, caseNumber, reference, issuedOn } = subpoena
  const name = requester.namePrinted ?? requester.name
  const billTo = [name, requester.attention, requester.address].filter((line) => line !== '')
  const broken = unprintable({ caption, court, caseNumber, billTo: billTo.join('\n') })
  if (broken) {
    const field = String(broken.refusal.field)
    const what = names[field] ?? field
    return refuse('not-printable', { what, characters: String(broken.refusal.characters) }, field)
  }
  const { sequence, mac } = await historyHead(tx)
  return accept({
    office: await officeRow(tx),
    case: { reference, caption, court, caseNumber, subpoenaOn: issuedOn },
    billTo,
    historyHead: `${sequence} ${mac.slice(0, 12)}`,
    requester,
  })
}

const names: Readonly<Record<string, string>> = {
  caption: 'The caption',
  court: 'The court',
  caseNumber: 'The case number',
  billTo: 'The name or address to bill',
}
