import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#lib/access/actor.ts'
import { todayOf } from './queries/office.ts'
import { rolesOf } from './queries/people.ts'
import { machineTokens, people } from './schema.ts'
import { keyed } from './seal.ts'
import { hashOfToken, newToken } from './sessions.ts'
import { type On, reader, tx } from './tx.ts'

/** By this whoever finds one lying about, a program that looks for secrets too, knows what it is. */
const prefix = 'desk_'

/**
 * A new token of a machine, 256 bits, and the hash that the office keeps of it. One and the same for a form that was
 * sent twice, so that the second answer shows the token that the first one made.
 */
export function newMachineToken(submission?: string): { readonly token: string; readonly hash: string } {
  const random = submission ? keyed('machine token', submission).toString('base64url') : newToken().token
  const token = `${prefix}${random}`
  return { token, hash: hashOfToken(token) }
}

/**
 * The machine behind a token, with the roles of this moment; null for one that is unknown, revoked or over. Its session
 * is the token, below zero: what each token looked at first is recorded.
 */
export async function actorOfMachineToken(
  token: string,
): Promise<(Actor & { readonly tokenId: number }) | null> {
  if (!/^desk_[\w-]{43}$/.test(token)) return null
  const on = reader()
  const [found] = await on
    .select({
      tokenId: machineTokens.id,
      lastDayOn: machineTokens.lastDayOn,
      lastUsedOn: machineTokens.lastUsedOn,
      id: people.id,
      name: people.name,
    })
    .from(machineTokens)
    .innerJoin(people, eq(people.id, machineTokens.machineId))
    .where(
      and(
        eq(machineTokens.tokenHash, hashOfToken(token)),
        isNull(machineTokens.revokedAt),
        eq(people.kind, 'machine'),
        isNull(people.disabledAt),
      ),
    )
  if (!found) return null
  const { tokenId, lastDayOn, lastUsedOn, id, name } = found
  const today = await todayOf(on)
  if (lastDayOn !== null && lastDayOn < today) return null
  if (lastUsedOn !== today) await markUsed(tokenId)
  return { kind: 'machine', id, name, roles: await rolesOf(on, id), sessionId: -tokenId, tokenId }
}

/** Not a command: it says nothing that the history should hold, and is written once a day. */
async function markUsed(tokenId: number): Promise<void> {
  await tx(async (tx) => {
    await tx
      .update(machineTokens)
      .set({ lastUsedOn: await todayOf(tx) })
      .where(and(eq(machineTokens.id, tokenId), isNull(machineTokens.revokedAt)))
  })
}

/** A machine by its name, whatever its capitals. */
export async function machineByName(on: On, name: string) {
  const [row] = await on
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.kind, 'machine'), sql`lower(${people.name}) = lower(${name.trim()})`))
  return row ?? null
}
