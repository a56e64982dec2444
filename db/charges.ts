import { takeNumber } from './counters.ts'
import { charges } from './schema.ts'
import type { Tx } from './tx.ts'

type NewCharge = Omit<typeof charges.$inferInsert, 'id' | 'number'>

/** Writes a charge under the next number of its subpoena, and answers with that number. */
export async function writeCharge(tx: Tx, charge: NewCharge): Promise<number> {
  const number = await takeNumber(tx, `charge-of-${charge.subpoenaId}`)
  await tx.insert(charges).values({ ...charge, number })
  return number
}
