import { asc, eq } from 'drizzle-orm'
import { type Actor, caseReaders, isPermitted, moneyReaders, mustBe } from '#lib/access/actor.ts'
import { invoiceState, type SubpoenaBilling } from '#lib/billing/balance.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import type { InvoiceClock } from '#lib/clocks/marks.ts'
import type { Stage } from '#lib/subpoena/stage.ts'
import { type MoneyFile, moneyTasks } from '#lib/today/money_tasks.ts'
import type { Task } from '#lib/today/task.ts'
import { theOffice } from '../open_office.ts'
import {
  decisions,
  invoiceReceipts,
  invoices,
  people,
  productions,
  requesters,
  subpoenas,
} from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { invoiceFacts } from './billing_state.ts'
import { moneyFilesOf } from './money_files.ts'
import { officeZone } from './office.ts'
import type { Moment } from './open_cases.ts'

/** What everybody sees who may open a subpoena: whose case it is, how far it is, and its money to those who see money. */
export type SubpoenaHead = Moment & {
  readonly id: number
  readonly reference: string
  readonly caption: string
  readonly court: string
  readonly caseNumber: string
  readonly processType: (typeof subpoenas.$inferSelect)['processType']
  readonly serviceMethod: (typeof subpoenas.$inferSelect)['serviceMethod']
  readonly issuingParty: string
  readonly requester: { readonly number: string; readonly name: string }
  readonly assignee: string | null
  readonly receivedOn: CalendarDate
  /** As lists show it; who sees the case works it out from facts. */
  readonly stage: Stage
  readonly billing: SubpoenaBilling
  readonly days: WayDays
  readonly seesCase: boolean
  readonly money: {
    readonly file: MoneyFile
    readonly tasks: readonly Task[]
    readonly clocks: readonly InvoiceClock[]
  } | null
}

export type WayDays = {
  readonly acceptedOn: CalendarDate | null
  readonly endedOn: CalendarDate | null
  readonly answeredOn: CalendarDate | null
  readonly invoicedOn: CalendarDate | null
}

/**
 * The head of a subpoena's page. Null when there is none. Nothing of it comes from the served paper's targets, from
 * notices or from what was handed over.
 *
 * @throws NotAllowed for a role that sees neither cases nor money.
 */
export async function subpoenaHead(actor: Actor, reference: string): Promise<SubpoenaHead | null> {
  mustBe(actor, [...caseReaders, 'billing'])
  const on = reader()
  const [row] = await on
    .select({
      id: subpoenas.id,
      reference: subpoenas.reference,
      caption: subpoenas.caption,
      court: subpoenas.court,
      caseNumber: subpoenas.caseNumber,
      processType: subpoenas.processType,
      serviceMethod: subpoenas.serviceMethod,
      issuingParty: subpoenas.issuingParty,
      requesterNumber: requesters.number,
      requesterName: requesters.name,
      assignee: people.name,
      receivedAt: subpoenas.receivedAt,
      stage: subpoenas.stage,
      billing: subpoenas.billing,
    })
    .from(subpoenas)
    .innerJoin(requesters, eq(requesters.id, subpoenas.requesterId))
    .leftJoin(people, eq(people.id, subpoenas.assigneeId))
    .where(eq(subpoenas.reference, reference))
  if (!row) return null
  const zone = await officeZone(on)
  const now = theOffice().clock()
  const moment = { now, zone, today: dayOf(now, zone) }
  const { requesterNumber, requesterName, receivedAt, stage, billing, ...head } = row
  return {
    ...head,
    ...moment,
    stage: stage as Stage,
    billing: billing as SubpoenaBilling,
    requester: { number: requesterNumber, name: requesterName },
    receivedOn: dayOf(receivedAt, zone),
    days: await wayDays(on, head.id),
    seesCase: isPermitted(actor, caseReaders),
    money: isPermitted(actor, moneyReaders) ? await moneyOf(on, head.id, moment) : null,
  }
}

async function wayDays(on: On, subpoenaId: number): Promise<WayDays> {
  const decided = await on
    .select({ kind: decisions.kind, on: decisions.decidedOn })
    .from(decisions)
    .where(eq(decisions.subpoenaId, subpoenaId))
    .orderBy(asc(decisions.id))
  const released = await on
    .select({ on: productions.releasedOn })
    .from(productions)
    .where(eq(productions.subpoenaId, subpoenaId))
    .orderBy(asc(productions.releasedAt))
  const issued = await on
    .select({ on: invoices.issuedOn })
    .from(invoices)
    .where(eq(invoices.subpoenaId, subpoenaId))
    .orderBy(asc(invoices.id))
  const accepted = decided.findLast(({ kind }) => kind === 'accepted' || kind === 'accepted-in-part')
  const last = decided.findLast(({ kind }) => kind !== 'not-objecting')
  return {
    acceptedOn: accepted?.on ?? null,
    endedOn: last && last !== accepted ? last.on : null,
    answeredOn: released.at(-1)?.on ?? null,
    invoicedOn: issued.at(-1)?.on ?? null,
  }
}

async function moneyOf(on: On, subpoenaId: number, moment: Moment): Promise<SubpoenaHead['money']> {
  const file = (await moneyFilesOf(on, [subpoenaId], moment)).get(subpoenaId)
  if (!file) return null
  return {
    file,
    tasks: moneyTasks(file, moment.today),
    clocks: await invoiceClocks(on, subpoenaId, moment.today),
  }
}

/** The due day of each invoice that was received, with the reasons that were kept when its receipt was recorded. */
async function invoiceClocks(on: On, subpoenaId: number, today: CalendarDate): Promise<InvoiceClock[]> {
  const rows = await on
    .select({
      id: invoices.id,
      number: invoices.number,
      dueOn: invoiceReceipts.dueOn,
      derivation: invoiceReceipts.derivation,
    })
    .from(invoices)
    .innerJoin(invoiceReceipts, eq(invoiceReceipts.invoiceId, invoices.id))
    .where(eq(invoices.subpoenaId, subpoenaId))
    .orderBy(asc(invoiceReceipts.id))
  const last = new Map(rows.map((row) => [row.id, row]))
  const facts = await invoiceFacts(on, [...last.keys()])
  return [...last.values()].map(({ id, ...clock }) => {
    const own = facts.get(id)
    const state = own ? invoiceState(own, today) : 'paid'
    return { ...clock, isSettled: state === 'paid' || state === 'written-off' }
  })
}
