import { asc, count, desc, eq, or, type SQL } from 'drizzle-orm'
import { type Actor, caseReaders, isPermitted, moneyReaders, mustBe } from '#lib/access/actor.ts'
import type { SubpoenaBilling } from '#lib/billing/balance.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Stage } from '#lib/subpoena/stage.ts'
import { type RequesterRow, requesterRow } from '../requesters.ts'
import { contacts, subpoenas } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { type InvoicesList, invoicesList } from './invoices_list.ts'
import { todayOf } from './office.ts'
import { paymentsOf } from './payments.ts'
import { requesterReaders } from './requesters_list.ts'

/** So many of a requester's papers go on one page. */
export const papersOnPage = 20

/** A paper as those see it who see the case. */
export type ServedPaper = {
  readonly reference: string
  readonly caption: string
  readonly court: string
  readonly caseNumber: string
  readonly stage: Stage
  readonly complianceOn: CalendarDate | null
  /** Null for those who see no money. */
  readonly billing: SubpoenaBilling | null
}

/** A paper as billing sees it, who sees no case. */
export type BilledCase = {
  readonly key: number
  readonly caption: string
  readonly caseNumber: string
  readonly billing: SubpoenaBilling
}

export type RequesterPage = {
  readonly requester: RequesterRow
  readonly contacts: readonly Contact[]
  readonly papers: {
    readonly total: number
    readonly page: number
    /** One of the two, by what the actor may see. */
    readonly served: readonly ServedPaper[] | null
    readonly billed: readonly BilledCase[] | null
  }
  /** Null for those who see no money. */
  readonly money: {
    readonly invoices: InvoicesList
    readonly payments: Awaited<ReturnType<typeof paymentsOf>>
  } | null
  readonly today: CalendarDate
}

export type Contact = {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly barNumber: string
}

/** One requester with its people, its papers, and its money for those who see money; null when there is none. */
export async function requesterPage(
  actor: Actor,
  number: string,
  askedPage = 1,
): Promise<RequesterPage | null> {
  mustBe(actor, requesterReaders)
  const on = reader()
  const requester = await requesterRow(on, number)
  if (!requester) return null
  const theirs = or(eq(subpoenas.requesterId, requester.id), eq(subpoenas.billToId, requester.id))
  const [all] = await on.select({ count: count() }).from(subpoenas).where(theirs)
  const total = all?.count ?? 0
  const page = Math.min(askedPage, Math.max(1, Math.ceil(total / papersOnPage)))
  const seesCase = isPermitted(actor, caseReaders)
  const seesMoney = isPermitted(actor, moneyReaders)
  const filter = { state: 'open', requester: number, text: '', page: 1 } as const
  return {
    requester,
    contacts: await contactsOf(on, requester.id),
    papers: {
      total,
      page,
      served: seesCase ? await servedOnes(on, theirs, page, seesMoney) : null,
      billed: seesCase ? null : await billedOnes(on, theirs, page),
    },
    money: seesMoney
      ? { invoices: await invoicesList(actor, filter), payments: await paymentsOf(actor, number) }
      : null,
    today: await todayOf(on),
  }
}

async function contactsOf(on: On, requesterId: number): Promise<Contact[]> {
  return on
    .select({
      name: contacts.name,
      email: contacts.email,
      phone: contacts.phone,
      barNumber: contacts.barNumber,
    })
    .from(contacts)
    .where(eq(contacts.requesterId, requesterId))
    .orderBy(asc(contacts.name), asc(contacts.id))
}

async function servedOnes(
  on: On,
  theirs: SQL | undefined,
  page: number,
  seesMoney: boolean,
): Promise<ServedPaper[]> {
  const rows = await on
    .select({
      reference: subpoenas.reference,
      caption: subpoenas.caption,
      court: subpoenas.court,
      caseNumber: subpoenas.caseNumber,
      stage: subpoenas.stage,
      complianceOn: subpoenas.complianceOn,
      billing: subpoenas.billing,
    })
    .from(subpoenas)
    .where(theirs)
    .orderBy(desc(subpoenas.id))
    .limit(papersOnPage)
    .offset((page - 1) * papersOnPage)
  return rows.map((row) => ({
    ...row,
    stage: row.stage as Stage,
    billing: seesMoney ? (row.billing as SubpoenaBilling) : null,
  }))
}

/** No stage, no reference to follow: caption, case number and how the money stands. */
async function billedOnes(on: On, theirs: SQL | undefined, page: number): Promise<BilledCase[]> {
  const rows = await on
    .select({ caption: subpoenas.caption, caseNumber: subpoenas.caseNumber, billing: subpoenas.billing })
    .from(subpoenas)
    .where(theirs)
    .orderBy(desc(subpoenas.id))
    .limit(papersOnPage)
    .offset((page - 1) * papersOnPage)
  return rows.map((row, key) => ({ ...row, key, billing: row.billing as SubpoenaBilling }))
}
