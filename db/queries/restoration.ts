import { isNull } from 'drizzle-orm'
import { restorations } from '../schema.ts'
import type { On } from '../tx.ts'

export type Restoration = typeof restorations.$inferSelect

/** The restoration at which no administrator has looked yet; null in an office that may write. */
export async function openRestoration(on: On): Promise<Restoration | null> {
  const [row] = await on.select().from(restorations).where(isNull(restorations.acceptedAt)).limit(1)
  return row ?? null
}
