import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Instant } from '#lib/calendar/instant.ts'
import * as fields from '#lib/input.ts'
import { running, takeNumber } from './counters.ts'
import { unprintable } from './printed.ts'
import { requesters } from './schema.ts'
import type { On, Tx } from './tx.ts'

export type RequesterRow = typeof requesters.$inferSelect

/** What is known of a requester besides the name; all of it may be missing on a paper. */
export const requesterDetails = {
  /** The name in characters that can be printed, where the name itself has others. */
  namePrinted: fields.line(200).optional(),
  attention: fields.line(200).optional(),
  address: fields.text(600).optional(),
  email: fields.maybeEmailAddress.optional(),
  phone: fields.line(40).optional(),
  fax: fields.line(40).optional(),
}

const details = z.strictObject(requesterDetails)
export type RequesterFields = z.infer<typeof details> & { readonly name: string; readonly note?: string }

/** The columns of a row as typed: spaces at the ends are nobody's name. */
export function requesterColumns({
  name,
  namePrinted,
  attention,
  address,
  email,
  phone,
  fax,
  note,
}: RequesterFields) {
  return {
    name: name.trim(),
    namePrinted: namePrinted?.trim() || null,
    attention: (attention ?? '').trim(),
    address: (address ?? '').trim(),
    email: (email ?? '').trim(),
    phone: (phone ?? '').trim(),
    fax: (fax ?? '').trim(),
    note: (note ?? '').trim(),
  }
}

/** Name and address stand on letters and invoices. @param prefix Of the fields' names in a larger form. */
export function unprintableRequester(typed: RequesterFields, prefix = '') {
  const { name, namePrinted, attention, address } = requesterColumns(typed)
  return unprintable({
    [`${prefix}${namePrinted ? 'namePrinted' : 'name'}`]: namePrinted ?? name,
    [`${prefix}attention`]: attention,
    [`${prefix}address`]: address,
  })
}

/** Writes a new requester under the next number. */
export async function insertRequester(tx: Tx, now: Instant, typed: RequesterFields) {
  const number = running('R', await takeNumber(tx, 'requester'))
  const [row] = await tx
    .insert(requesters)
    .values({ ...requesterColumns(typed), number, createdAt: now })
    .returning({ id: requesters.id })
  if (!row) throw new Error('The requester was not written.')
  return { id: row.id, number }
}

export async function requesterRow(on: On, number: string): Promise<RequesterRow | null> {
  const [row] = await on.select().from(requesters).where(eq(requesters.number, number))
  return row ?? null
}
