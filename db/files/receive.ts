import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { cleanFileName } from '#lib/file/name.ts'
import { mostBytes, type PaperType, typeByName } from '#lib/file/paper_type.ts'
import { refuse } from '#lib/file/refusals.ts'
import { accept, type Result } from '#lib/result.ts'
import { isDiskFull } from '../disk_full.ts'
import type { Upload } from '../files.ts'
import { inspect } from './inspect.ts'
import { filesFolder, storedPath } from './stored.ts'
import { incoming, sweepIncoming } from './sweep.ts'
import { syncFolder } from './sync.ts'

export type Received = {
  readonly sha256: string
  readonly name: string
  readonly size: number
  readonly type: PaperType
}

/**
 * Takes a file in: a temporary name, streamed and hashed, looked at, synced, renamed to its hash, the folder synced.
 * Whatever goes wrong leaves nothing behind.
 */
export async function receiveFile({ name: given, content }: Upload): Promise<Result<Received>> {
  const name = cleanFileName(given)
  const says = typeByName(name)
  if (!says) return refuse('file-kind', { name })
  const folder = filesFolder()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await sweepOnce(folder)
  const path = join(folder, `${incoming}${randomBytes(12).toString('hex')}`)
  let kept = false
  try {
    const file = await open(path, 'wx+', 0o600)
    let sha256: string
    let size: number
    try {
      const written = await write(file, content)
      if (!written.ok) return written
      sha256 = written.value.sha256
      size = written.value.size
      const looked = await inspect(file, size, says)
      if (!looked.ok) return looked
      await file.sync()
    } finally {
      await file.close()
    }
    await moveInto(path, storedPath(sha256))
    kept = true
    return accept({ sha256, name, size, type: says })
  } catch (error) {
    if (isDiskFull(error)) return refuse('disk-full')
    throw error
  } finally {
    if (!kept) await rm(path, { force: true })
  }
}

const swept = new Set<string>()

/** What an earlier process left behind is taken away once in the life of this one. */
async function sweepOnce(folder: string): Promise<void> {
  if (swept.has(folder)) return
  swept.add(folder)
  await sweepIncoming(folder, Date.now())
}

async function write(file: FileHandle, content: Upload['content']) {
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of content) {
      size += piece.length
      if (size > mostBytes) return refuse('file-too-large')
      hash.update(piece)
      await file.writeFile(piece)
    }
  } catch (error) {
    if (isDiskFull(error) || isOfTheDisk(error)) throw error
    return refuse('file-not-received')
  }
  if (size === 0) return refuse('file-empty')
  return accept({ sha256: hash.digest('hex'), size })
}

/** A rename is only as lasting as the folder that it was written in. */
export async function moveInto(from: string, to: string): Promise<void> {
  const folder = dirname(to)
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(from, to)
  await syncFolder(folder)
  if (made) await syncFolder(dirname(folder))
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')
const isOfTheDisk = (error: unknown) => ['EIO', 'EROFS', 'EBADF', 'EACCES'].includes(codeOf(error))
