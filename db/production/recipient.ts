import { eq } from 'drizzle-orm'
import type { Recipient } from '#lib/production/recipient.ts'
import { requesters } from '../schema.ts'
import type { On } from '../tx.ts'
import type { ProductionRow } from './load.ts'

/** The requester as the recipient of what is released now, in the form in which it stands on the letter. */
export async function requesterAsRecipient(on: On, requesterId: number): Promise<Recipient> {
  const [row] = await on.select().from(requesters).where(eq(requesters.id, requesterId))
  if (!row) throw new Error('The subpoena has no requester.')
  const { name, namePrinted, attention, address, email, fax } = row
  return {
    name: namePrinted ?? name,
    address: [attention, address].filter((line) => line !== '').join('\n'),
    email,
    fax,
  }
}

/** The columns of a production that is released to them. */
export function recipientColumns(recipientId: number, { name, address, email, fax }: Recipient) {
  return {
    recipientId,
    recipientName: name,
    recipientAddress: address,
    recipientEmail: email,
    recipientFax: fax,
  }
}

/** To whom a production was released; null until it was. */
export function releasedTo(row: ProductionRow): Recipient | null {
  const { recipientName: name, recipientAddress, recipientEmail, recipientFax } = row
  if (row.releasedAt === null || name === null) return null
  return { name, address: recipientAddress ?? '', email: recipientEmail ?? '', fax: recipientFax ?? '' }
}
