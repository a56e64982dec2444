import { and, asc, eq, isNull } from 'drizzle-orm'
import { type Actor, caseReaders, mustBe } from '#lib/access/actor.ts'
import { type DraftInvoice, draftInvoice } from '#lib/billing/draft.ts'
import type { ChargeFacts } from '#lib/billing/lines.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { charges, invoices, people, requesters, subpoenas } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { feeScheduleOf, policyOf, todayOf } from './office.ts'

/** Work or a cost that no invoice has yet, with the number that people call it by. */
export type UnbilledCharge = ChargeFacts & { readonly number: number }

const unbilled = () => and(isNull(charges.invoiceId), isNull(charges.droppedAt))

/** What the next invoice of a subpoena would be made of, in the order of its numbers. */
export async function unbilledCharges(on: On, subpoenaId: number): Promise<UnbilledCharge[]> {
  return on
    .select({
      id: charges.id,
      number: charges.number,
      kind: charges.kind,
      on: charges.workedOn,
      description: charges.description,
      quantity: charges.quantity,
      cents: charges.cents,
    })
    .from(charges)
    .where(and(eq(charges.subpoenaId, subpoenaId), unbilled()))
    .orderBy(asc(charges.number))
}

export type ListedCharge = UnbilledCharge & {
  readonly by: string
  /** The number of the invoice on which it stands. */
  readonly invoice: string | null
  readonly dropped: boolean
  readonly droppedWhy: string
}

export type ChargesPage = {
  readonly reference: string
  readonly caption: string
  readonly court: string
  readonly caseNumber: string
  /** Who is billed, and where. */
  readonly billTo: { readonly name: string; readonly number: string; readonly email: string }
  readonly today: CalendarDate
  readonly charges: readonly ListedCharge[]
  /** What the unbilled ones would come to on an invoice today; null when they cannot be billed yet. */
  readonly draft: DraftInvoice | null
  /** Why the unbilled ones cannot be billed, where there are any. */
  readonly cannotBill: string | null
  readonly researchMinutes: number
}

/** The charges of a subpoena in words that billing may read: never what was searched. Null when there is no such. */
export async function chargesOf(actor: Actor, reference: string): Promise<ChargesPage | null> {
  mustBe(actor, [...caseReaders, 'billing'])
  const on = reader()
  const [subpoena] = await on
    .select({
      id: subpoenas.id,
      caption: subpoenas.caption,
      court: subpoenas.court,
      caseNumber: subpoenas.caseNumber,
      policyVersion: subpoenas.policyVersion,
      billToId: subpoenas.billToId,
    })
    .from(subpoenas)
    .where(eq(subpoenas.reference, reference))
  if (!subpoena) return null
  const rows = await on
    .select({
      id: charges.id,
      number: charges.number,
      kind: charges.kind,
      on: charges.workedOn,
      description: charges.description,
      quantity: charges.quantity,
      cents: charges.cents,
      by: people.name,
      invoice: invoices.number,
      droppedAt: charges.droppedAt,
      droppedWhy: charges.droppedWhy,
    })
    .from(charges)
    .innerJoin(people, eq(people.id, charges.byId))
    .leftJoin(invoices, eq(invoices.id, charges.invoiceId))
    .where(eq(charges.subpoenaId, subpoena.id))
    .orderBy(asc(charges.workedOn), asc(charges.number))
  const listed = rows.map(({ droppedAt, ...row }) => ({ ...row, dropped: droppedAt !== null }))
  const policy = await policyOf(on, subpoena.policyVersion)
  const [billTo] = await on.select().from(requesters).where(eq(requesters.id, subpoena.billToId))
  const open = listed.filter((charge) => charge.invoice === null && !charge.dropped)
  const draft = draftInvoice(open, await feeScheduleOf(on, policy.feeScheduleId))
  return {
    reference,
    caption: subpoena.caption,
    court: subpoena.court,
    caseNumber: subpoena.caseNumber,
    billTo: { name: billTo?.name ?? '', number: billTo?.number ?? '', email: billTo?.email ?? '' },
    today: await todayOf(on),
    charges: listed,
    draft: draft.ok ? draft.value : null,
    cannotBill: draft.ok || open.length === 0 ? null : draft.refusal.sentence,
    researchMinutes: listed
      .filter((charge) => charge.kind === 'research' && !charge.dropped)
      .reduce((sum, charge) => sum + charge.quantity, 0),
  }
}
