import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { paddingOf, tarEnd, tarHeader } from '#lib/backup/tar.ts'
import { syncFolder } from '../files/sync.ts'
import { hashOf } from '../history.ts'
import { loadKeys } from '../keys.ts'
import { type CopyFacts, copyDatabase, factsOfCopy } from './copy.ts'
import { BackupFailed, orSentence } from './failed.ts'
import {
  databaseMember,
  fileMember,
  keyPrints,
  type Manifest,
  type Member,
  manifestMember,
  manifestSumMember,
} from './manifest.ts'
import { readBackup } from './read.ts'
import { sealed } from './sealing.ts'

export type Backup = {
  /** The file's name, without its folder. */
  readonly file: string
  readonly size: number
  readonly encrypted: boolean
  readonly manifest: Manifest
}

type Source = {
  /** DATA_DIR. */
  readonly dataDir: string
  readonly target: string
  /** Null: it is not sealed, and whoever has the file can read it. */
  readonly key: Buffer | null
  /** Epoch milliseconds. */
  readonly now: number
}

/**
 * Backs the office up while it runs: the database as of one moment, and every file that its rows name. Files never
 * change and stand on the disk before their rows, so that both are one set. Written aside, read back and compared,
 * synced, renamed: under its name there is a whole backup or nothing.
 *
 * @throws BackupFailed with a sentence; nothing is left behind then.
 */
export async function makeBackup({ dataDir, target, key, now }: Source): Promise<Backup> {
  const folder = join(dataDir, 'office')
  const path = resolve(target)
  if (!existsSync(join(folder, 'office.sqlite'))) throw new BackupFailed(`There is no office in ${folder}.`)
  if (existsSync(path))
    throw new BackupFailed(`${path} is there already, and is not overwritten: choose another name.`)
  const keys = loadKeys(join(dataDir, 'keys'), 'real', false)
  return orSentence(`The backup ${path} could not be made`, async () => {
    const copy = copyDatabase(folder)
    try {
      const facts = factsOfCopy(copy)
      const manifest = await manifestOf(copy, facts, now, keyPrints(keys))
      const size = await writeAside(path, archive(manifest, { folder, copy }), key)
      return { file: basename(path), size, encrypted: key !== null, manifest }
    } finally {
      rmSync(copy, { force: true })
    }
  })
}

async function manifestOf(
  copy: string,
  facts: CopyFacts,
  madeAt: number,
  keys: Manifest['keys'],
): Promise<Manifest> {
  const { version: databaseVersion, rows, lastNumbers, historyHead, files } = facts
  const members = [
    { name: databaseMember, size: statSync(copy).size, sha256: await hashOfFile(copy) },
    ...files.map(({ sha256, size }) => ({ name: fileMember(sha256), size, sha256 })),
  ]
  const program = programVersion()
  return { format: 1, madeAt, program, databaseVersion, rows, lastNumbers, historyHead, keys, members }
}

function programVersion(): string {
  const words = readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')
  return (JSON.parse(words) as { version: string }).version
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part)
  return hash.digest('hex')
}

async function* archive(
  manifest: Manifest,
  from: { folder: string; copy: string },
): AsyncGenerator<Uint8Array> {
  const words = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
  for (const [name, content] of [
    [manifestMember, words],
    [manifestSumMember, Buffer.from(hashOf(words))],
  ] as const) {
    yield tarHeader(name, content.length, manifest.madeAt)
    yield content
    yield Buffer.alloc(paddingOf(content.length))
  }
  for (const member of manifest.members) {
    const { name, size } = member
    yield tarHeader(name, size, manifest.madeAt)
    yield* bytesOf(name === databaseMember ? from.copy : join(from.folder, name), member)
    yield Buffer.alloc(paddingOf(size))
  }
  yield tarEnd
}

/** A member's bytes. @throws BackupFailed unless they are those that its row speaks of. */
async function* bytesOf(path: string, { size, sha256 }: Member): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let left = size
  if (existsSync(path)) {
    for await (const part of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      left -= part.length
      if (left < 0) break
      hash.update(part)
      yield part
    }
  }
  if (left !== 0 || hash.digest('hex') !== sha256) {
    throw new BackupFailed(
      `The stored file ${basename(path)} is missing or was altered, so there is no whole office to back up: npm run verify says more.`,
    )
  }
}

/** Returns the size of the file in bytes. */
async function writeAside(
  path: string,
  content: AsyncIterable<Uint8Array>,
  key: Buffer | null,
): Promise<number> {
  const part = `${path}.part`
  const file = await openNew(part)
  try {
    try {
      for await (const bytes of key ? sealed(key, content) : content) await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await readBackup(part, key)
    if (existsSync(path))
      throw new BackupFailed(`${path} has come to be there meanwhile, and is not overwritten.`)
    const { size } = statSync(part)
    await rename(part, path)
    await syncFolder(dirname(path))
    return size
  } catch (problem) {
    await rm(part, { force: true })
    throw problem
  }
}

async function openNew(part: string) {
  try {
    return await open(part, 'wx', 0o600)
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'EEXIST') {
      throw new BackupFailed(
        `${part} is there: another backup is being made, or was cut off. If none is running, remove it and try again.`,
      )
    }
    throw problem
  }
}
