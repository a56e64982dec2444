import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { line, maybeEmailAddress, text } from '#lib/input.ts'
import { subscribers, targets } from './schema.ts'
import type { On } from './tx.ts'

export type SubscriberRow = typeof subscribers.$inferSelect
export type TargetRow = typeof targets.$inferSelect

/** What is known of a subscriber. The printed form stands on paper where the original cannot be printed. */
export const subscriberFields = {
  name: line(200),
  namePrinted: line(200),
  email: maybeEmailAddress,
  address: text(400),
  addressPrinted: text(400),
  account: line(100),
  language: z.enum(['en', 'ko', 'sv'], 'English, Korean or Swedish.'),
}

export type SubscriberFields = Pick<SubscriberRow, 'name' | 'email' | 'address' | 'account' | 'language'> & {
  readonly namePrinted: string
  readonly addressPrinted: string
}

/** As it is stored: an empty printed form is none. */
export function storedFields({ namePrinted, addressPrinted, ...rest }: SubscriberFields) {
  return { ...rest, namePrinted: namePrinted.trim() || null, addressPrinted: addressPrinted.trim() || null }
}

/** What will stand on paper, by the field at fault when it cannot be printed. */
export function printedOf({ name, namePrinted, address, addressPrinted }: SubscriberFields) {
  return {
    ...(namePrinted.trim() ? { namePrinted } : { name }),
    ...(addressPrinted.trim() ? { addressPrinted } : { address }),
  }
}

export async function subscriberRow(on: On, number: string): Promise<SubscriberRow | null> {
  const [row] = await on.select().from(subscribers).where(eq(subscribers.number, number))
  return row ?? null
}

/** The subscriber, if a target of this subpoena is theirs. */
export async function subscriberOn(
  on: On,
  subpoenaId: number,
  number: string,
): Promise<SubscriberRow | null> {
  const [row] = await on
    .select({ subscriber: subscribers })
    .from(subscribers)
    .innerJoin(targets, eq(targets.subscriberId, subscribers.id))
    .where(and(eq(subscribers.number, number), eq(targets.subpoenaId, subpoenaId)))
    .limit(1)
  return row?.subscriber ?? null
}

export async function targetRows(on: On, subpoenaId: number): Promise<TargetRow[]> {
  return on.select().from(targets).where(eq(targets.subpoenaId, subpoenaId)).orderBy(targets.number)
}
