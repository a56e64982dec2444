import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Keys } from '../keys.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The names that a member may have: nothing else is ever written to a disk. */
export const databaseMember = 'office.sqlite'
export const manifestMember = 'manifest.json'
/** The second: the SHA-256 of the first, in hexadecimal. */
export const manifestSumMember = 'manifest.sha256'
export const fileMember = (hash: string): string => `files/${hash.slice(0, 2)}/${hash}`

/** The first member of a backup: what the others are, and where the office stood. */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  madeAt: z.int(),
  program: z.string(),
  /** How many migrations the database has behind it. */
  databaseVersion: z.int().min(1),
  /** Rows by table. */
  rows: z.record(z.string(), z.int()),
  /** The last numbers issued, such as "INV-2026": 17. */
  lastNumbers: z.record(z.string(), z.int()),
  historyHead: z.strictObject({ sequence: z.int().min(0), mac: sha256 }),
  /** Which keys belong to it, by a digest that says nothing about them. */
  keys: z.strictObject({ history: sha256, sealing: sha256 }),
  members: z
    .array(
      z.strictObject({
        name: z.union([z.literal(databaseMember), z.string().regex(/^files\/[0-9a-f]{2}\/[0-9a-f]{64}$/)]),
        size: z.int().min(1),
        sha256,
      }),
    )
    .min(1),
})

export type Manifest = z.output<typeof manifestSchema>
export type Member = Manifest['members'][number]

/** By this a backup knows the keys of its office again. */
export function keyPrints(keys: Keys): Manifest['keys'] {
  const print = (key: Buffer) => createHmac('sha256', key).update('backup').digest('hex')
  return { history: print(keys.history), sealing: print(keys.sealing) }
}
