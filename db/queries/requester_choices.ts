import { desc } from 'drizzle-orm'
import { type Actor, caseReaders, mustBe } from '#lib/access/actor.ts'
import { requesters } from '../schema.ts'
import { reader } from '../tx.ts'

export type RequesterChoice = { readonly number: string; readonly name: string; readonly attention: string }

/** The requesters that a form offers: those added last. Any other is named by its number. */
export async function requesterChoices(actor: Actor): Promise<RequesterChoice[]> {
  mustBe(actor, caseReaders)
  return reader()
    .select({ number: requesters.number, name: requesters.name, attention: requesters.attention })
    .from(requesters)
    .orderBy(desc(requesters.id))
    .limit(300)
}
