import { readSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { edge, endsAsItShould, type PaperType, typeByContent } from '#lib/file/paper_type.ts'
import { refuse } from '#lib/file/refusals.ts'
import { tiffPages } from '#lib/file/tiff.ts'
import { accept, type Result } from '#lib/result.ts'

/**
 * Whether a file is what its name says, by its first bytes, and whole, by how it ends. Nothing in it is interpreted:
 * a reader of papers runs in a process of its own.
 */
export async function inspect(file: FileHandle, size: number, says: PaperType): Promise<Result<null>> {
  const head = readAt(file, size, 0, edge)
  const is = typeByContent(head)
  if (is !== says) return refuse('file-not-what-it-says', { says, is })
  const tail = readAt(file, size, Math.max(0, size - edge), edge)
  const whole =
    endsAsItShould(is, tail) &&
    (is !== 'tiff' || tiffPages((offset, length) => readAt(file, size, offset, length), size) !== null)
  return whole ? accept(null) : refuse('file-cut-off', { type: is })
}

function readAt(file: FileHandle, size: number, offset: number, length: number): Uint8Array {
  const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - offset)))
  return bytes.subarray(0, readSync(file.fd, bytes, 0, bytes.length, offset))
}
