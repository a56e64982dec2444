import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { paddingOf, readTarHeader, tarEnd } from '#lib/backup/tar.ts'
import { hashOf } from '../history.ts'
import { ByteReader } from './byte_reader.ts'
import { BackupFailed, orSentence } from './failed.ts'
import { type Manifest, type Member, manifestMember, manifestSchema, manifestSumMember } from './manifest.ts'
import { beginningLength, isSealed, opened } from './sealing.ts'

const mebibyte = 1024 * 1024
const largestManifest = 1024 * mebibyte

/** What becomes of a member's bytes: called once for each, in the manifest's order, before its hash is known to fit. */
export type Take = (member: Member, content: AsyncIterable<Buffer>) => Promise<void>

/**
 * Reads a backup to its end. Every byte of it is looked at: each member is hashed and compared with the manifest, and
 * nothing may be missing, be more, or stand in another order.
 *
 * @param key Null for a backup that is not sealed.
 * @param welcome Called with the manifest before any member is taken; throws to go no further.
 * @throws BackupFailed with a sentence that says what is wrong.
 */
export async function readBackup(
  path: string,
  key: Buffer | null,
  take: Take = drain,
  welcome: (manifest: Manifest) => void = () => undefined,
): Promise<Manifest> {
  return orSentence(`The backup ${path} could not be read`, async () => {
    const reader = new ByteReader(await contentOf(path, key))
    const manifest = await manifestOf(reader)
    welcome(manifest)
    for (const member of manifest.members) await readMember(reader, member, take)
    const end = await reader.take(tarEnd.length)
    if (!end?.equals(tarEnd) || !(await reader.isAtEnd())) throw damaged('its end')
    return manifest
  })
}

async function contentOf(path: string, key: Buffer | null): Promise<AsyncIterable<Buffer>> {
  const sealed = isSealed(await beginningOf(path))
  if (sealed && !key)
    throw new BackupFailed('This backup is sealed: say --key FILE with the key that it was made with.')
  if (!sealed && key)
    throw new BackupFailed('This file is no sealed backup: leave --key out, or choose another file.')
  const raw = createReadStream(path, { highWaterMark: mebibyte })
  return key ? opened(key, raw) : raw
}

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const bytes = Buffer.alloc(beginningLength)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function manifestOf(reader: ByteReader): Promise<Manifest> {
  const words = await small(reader, manifestMember)
  const sum = await small(reader, manifestSumMember)
  if (sum.toString() !== hashOf(words)) throw damaged(manifestMember)
  try {
    return manifestSchema.parse(JSON.parse(words.toString('utf8')))
  } catch {
    throw new BackupFailed('This backup was made by another version of Subpoena Desk, which can restore it.')
  }
}

/** A member that memory holds. */
async function small(reader: ByteReader, name: string): Promise<Buffer> {
  const size = await sizeOf(reader, name)
  if (size > largestManifest) throw damaged(name)
  const words = await reader.take(size)
  if (words === null) throw damaged(name)
  await skipPadding(reader, size, name)
  return words
}

async function sizeOf(reader: ByteReader, name: string): Promise<number> {
  const bytes = await reader.take(512)
  try {
    const header = bytes && readTarHeader(bytes)
    if (header?.name === name) return header.size
  } catch {
    // No header: the sentence below says all there is to say.
  }
  if (name === manifestMember)
    throw new BackupFailed('This file is no backup of Subpoena Desk, or is damaged.')
  throw damaged(name)
}

async function readMember(reader: ByteReader, member: Member, take: Take): Promise<void> {
  const { name, size, sha256 } = member
  if ((await sizeOf(reader, name)) !== size) throw damaged(name)
  const hash = createHash('sha256')
  let read = 0
  async function* hashed() {
    for await (const part of reader.through(size)) {
      hash.update(part)
      read += part.length
      yield part
    }
  }
  await take(member, hashed())
  if (read !== size || hash.digest('hex') !== sha256) throw damaged(name)
  await skipPadding(reader, size, name)
}

async function skipPadding(reader: ByteReader, size: number, name: string): Promise<void> {
  const padding = await reader.take(paddingOf(size))
  if (padding === null || padding.some((byte) => byte !== 0)) throw damaged(name)
}

async function drain(_member: Member, content: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of content);
}

const damaged = (where: string) =>
  new BackupFailed(`This backup was altered or cut off (at ${where}): nothing of it is used.`)
