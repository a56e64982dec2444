import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { asc, gt } from 'drizzle-orm'
import { hashOf } from '../history.ts'
import type { OpenOffice } from '../open_office.ts'
import { files, papers } from '../schema.ts'
import type { On } from '../tx.ts'
import type { Finding } from '../verify.ts'

/** The first stored file that is missing or whose bytes are not those that were received. */
export async function fileFault(on: On, office: OpenOffice): Promise<Finding> {
  const rows = await on.select({ sha256: files.sha256 }).from(files).orderBy(asc(files.sha256))
  for (const [index, { sha256 }] of rows.entries()) {
    const found = await hashOfFile(join(office.folder, 'files', sha256.slice(0, 2), sha256))
    if (found === null) return { count: index, fault: `The stored file ${sha256} is missing.` }
    if (found !== sha256)
      return { count: index, fault: `The stored file ${sha256} was altered: it hashes to ${found}.` }
  }
  return { count: rows.length, fault: null }
}

async function hashOfFile(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  return hash.digest('hex')
}

/** The first paper of ours whose bytes are not those that were issued. */
export async function paperFault(on: On): Promise<Finding> {
  let last = 0
  let count = 0
  for (;;) {
    const [row] = await on
      .select({ id: papers.id, sha256: papers.sha256, bytes: papers.bytes, kind: papers.kind })
      .from(papers)
      .where(gt(papers.id, last))
      .orderBy(asc(papers.id))
      .limit(1)
    if (!row) return { count, fault: null }
    if (hashOf(row.bytes) !== row.sha256) {
      return { count, fault: `Paper ${row.id} (${row.kind}) was altered since it was issued.` }
    }
    last = row.id
    count++
  }
}
