import { eq } from 'drizzle-orm'
import { type Actor, caseReaders, isPermitted, moneyReaders, type Permission } from '#lib/access/actor.ts'
import type { Numbered, NumberedNoun } from '#lib/search/typed_number.ts'
import { requesters } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { invoiceIdOf, subpoenaIdOf } from './ids.ts'

const may: Record<NumberedNoun, readonly Permission[]> = {
  subpoena: caseReaders,
  invoice: moneyReaders,
  requester: [...caseReaders, 'billing'],
}

/** Whether a thing that was named by its number is there, for an actor who may open it. */
export async function isThereFor(actor: Actor, { noun, number }: Numbered): Promise<boolean> {
  if (!isPermitted(actor, may[noun])) return false
  const on = reader()
  if (noun === 'subpoena') return (await subpoenaIdOf(on, number)) !== null
  if (noun === 'invoice') return (await invoiceIdOf(on, number)) !== null
  return requesterIsThere(on, number)
}

async function requesterIsThere(on: On, number: string): Promise<boolean> {
  const rows = await on.select({ id: requesters.id }).from(requesters).where(eq(requesters.number, number))
  return rows.length > 0
}
