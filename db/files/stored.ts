import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { edge } from '#lib/file/paper_type.ts'
import { theOffice } from '../open_office.ts'

/** Where everything stands that was ever stored. */
export const filesFolder = (): string => join(theOffice().folder, 'files')

/** Where a stored file stands. @throws RangeError unless the name is a SHA-256: nothing else becomes a path. */
export function storedPath(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('Not the hash of a file.')
  return join(filesFolder(), sha256.slice(0, 2), sha256)
}

/** Size and first bytes of a stored file; null when it is not there. */
export function storedEdge(sha256: string): { size: number; head: Uint8Array } | null {
  const path = storedPath(sha256)
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) return null
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(Math.min(edge, size))
    return { size, head: head.subarray(0, readSync(file, head, 0, head.length, 0)) }
  } finally {
    closeSync(file)
  }
}

/** The bytes as they came. */
export const readStored = (sha256: string) => createReadStream(storedPath(sha256))
