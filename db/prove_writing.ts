import { theOffice } from './open_office.ts'
import { clockwork } from './schema.ts'
import { tx } from './tx.ts'

/**
 * Writes one row durably, as any command would, so that health can say whether the database takes writes. Not a
 * command: it says nothing that the history should hold.
 */
export async function proveWriting(): Promise<void> {
  const set = { lastRunAt: theOffice().clock() }
  await tx(async (tx) => {
    await tx
      .insert(clockwork)
      .values({ name: 'write', ...set })
      .onConflictDoUpdate({ target: clockwork.name, set })
  })
}
