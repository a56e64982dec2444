import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { balanceOf, invoiceState } from '#lib/billing/balance.ts'
import { draftInvoice } from '#lib/billing/draft.ts'
import type { FeeSchedule } from '#lib/billing/schedule.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import type { AskedWriteOff, MoneyFile, OpenInvoice } from '#lib/today/money_tasks.ts'
import {
  charges,
  feeSchedules,
  invoiceSendings,
  invoices,
  policies,
  requesters,
  subpoenas,
  writeOffs,
} from '../schema.ts'
import type { On } from '../tx.ts'
import { invoiceFacts } from './billing_state.ts'
import { bySubpoena, groupedBy, inBatches } from './in_batches.ts'

/** Stages in which the answer is given or will never be: what was done can be billed. */
const ended: readonly string[] = ['answered', 'closed', 'rejected', 'withdrawn', 'referred']

/** What is still to be done with the money of these subpoenas, by row id. In words that billing may read. */
export async function moneyFilesOf(
  on: On,
  ids: readonly number[],
  moment: { readonly today: CalendarDate; readonly zone: string },
): Promise<Map<number, MoneyFile>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({
        id: subpoenas.id,
        reference: subpoenas.reference,
        stage: subpoenas.stage,
        feeScheduleId: policies.feeScheduleId,
      })
      .from(subpoenas)
      .innerJoin(policies, eq(policies.version, subpoenas.policyVersion))
      .where(inArray(subpoenas.id, batch)),
  )
  const schedules = new Map((await on.select().from(feeSchedules)).map((row) => [row.id, row]))
  const unbilled = await unbilledOf(on, ids)
  const open = await openInvoicesOf(on, ids, moment.today)
  const asked = await askedWriteOffs(on, ids, moment.zone)
  return new Map(
    rows.map(({ id, reference, stage, feeScheduleId }): [number, MoneyFile] => [
      id,
      {
        reference,
        unbilled: draftOf(unbilled.get(id) ?? [], schedules.get(feeScheduleId)),
        isAnswered: ended.includes(stage),
        invoices: open.get(id) ?? [],
        writeOffs: asked.get(id) ?? [],
      },
    ]),
  )
}

type Unbilled = Awaited<ReturnType<typeof unbilledRows>>[number]

const unbilledRows = (on: On, ids: readonly number[]) =>
  inBatches(ids, (batch) =>
    on
      .select({
        subpoenaId: charges.subpoenaId,
        id: charges.id,
        kind: charges.kind,
        on: charges.workedOn,
        description: charges.description,
        quantity: charges.quantity,
        cents: charges.cents,
      })
      .from(charges)
      .where(and(inArray(charges.subpoenaId, batch), isNull(charges.invoiceId), isNull(charges.droppedAt))),
  )

async function unbilledOf(on: On, ids: readonly number[]): Promise<Map<number, Unbilled[]>> {
  return groupedBy(await unbilledRows(on, ids), (row) => row.subpoenaId)
}

function draftOf(own: readonly Unbilled[], schedule: FeeSchedule | undefined): MoneyFile['unbilled'] {
  const lastWorkedOn = own
    .map((charge) => charge.on)
    .sort()
    .at(-1)
  if (lastWorkedOn === undefined || !schedule) return null
  const draft = draftInvoice(own, schedule)
  return { total: draft.ok ? draft.value.total : null, lastWorkedOn }
}

async function openInvoicesOf(
  on: On,
  ids: readonly number[],
  today: CalendarDate,
): Promise<Map<number, OpenInvoice[]>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({
        id: invoices.id,
        subpoenaId: invoices.subpoenaId,
        number: invoices.number,
        importId: invoices.importId,
        billTo: requesters.name,
      })
      .from(invoices)
      .innerJoin(requesters, eq(requesters.id, invoices.billToId))
      .where(inArray(invoices.subpoenaId, batch)),
  )
  const invoiceIds = rows.map((row) => row.id)
  const facts = await invoiceFacts(on, invoiceIds)
  const sendings = await inBatches(invoiceIds, (batch) =>
    on
      .select({ invoiceId: invoiceSendings.invoiceId, sentOn: invoiceSendings.sentOn })
      .from(invoiceSendings)
      .where(inArray(invoiceSendings.invoiceId, batch))
      .orderBy(desc(invoiceSendings.id)),
  )
  const sendingsOf = groupedBy(sendings, (row) => row.invoiceId)
  const open = rows.flatMap(({ id, subpoenaId, number, importId, billTo }) => {
    const own = facts.get(id)
    if (!own) return []
    const state = invoiceState(own, today)
    if (state === 'paid' || state === 'written-off') return []
    const invoice: OpenInvoice = {
      number,
      state,
      balance: balanceOf(own),
      issuedOn: own.issuedOn,
      dueOn: own.receipt?.dueOn ?? null,
      // What was taken over was sent before.
      sentOn: sendingsOf.get(id)?.[0]?.sentOn ?? (importId === null ? null : own.issuedOn),
      billTo,
    }
    return [{ subpoenaId, invoice }]
  })
  return bySubpoena(open, ({ invoice }) => invoice)
}

async function askedWriteOffs(
  on: On,
  ids: readonly number[],
  zone: string,
): Promise<Map<number, AskedWriteOff[]>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({
        subpoenaId: invoices.subpoenaId,
        invoice: invoices.number,
        cents: writeOffs.cents,
        askedAt: writeOffs.askedAt,
        askedById: writeOffs.askedById,
      })
      .from(writeOffs)
      .innerJoin(invoices, eq(invoices.id, writeOffs.invoiceId))
      .where(and(inArray(invoices.subpoenaId, batch), isNull(writeOffs.decision))),
  )
  return bySubpoena(rows, ({ invoice, cents, askedAt, askedById }) => {
    return { invoice, cents, askedOn: dayOf(askedAt, zone), askedById }
  })
}
