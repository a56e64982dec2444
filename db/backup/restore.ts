import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { system } from '#lib/access/actor.ts'
import { type Instant, instant } from '#lib/calendar/instant.ts'
import { recordRestoration } from '../commands/restoration.ts'
import { syncFolder } from '../files/sync.ts'
import { headWords } from '../history.ts'
import type { Keys } from '../keys.ts'
import { migrations } from '../migrate.ts'
import { closeOffice, openOffice, wallClock } from '../office.ts'
import { type Verdict, verifyOffice } from '../verify.ts'
import { BackupFailed, orSentence } from './failed.ts'
import { keyPrints, type Manifest } from './manifest.ts'
import { readBackup, type Take } from './read.ts'

type Source = {
  readonly file: string
  /** What the backup was sealed with; null for one that is not sealed. */
  readonly key: Buffer | null
  /** A copy of DATA_DIR/keys, kept apart. */
  readonly keysFolder: string
  /** DATA_DIR: there, and without an office. */
  readonly dataDir: string
  readonly clock?: () => Instant
}

export type Restored = { readonly manifest: Manifest; readonly verdict: Verdict }

const keyFiles = { history: 'real-history.key', sealing: 'real-sealing.key' } as const
const restoring = '.restoring-'

/**
 * Makes an office of a backup, in a DATA_DIR that has none. All of it is done aside (read and hashed, brought to this
 * program's version, marked read-only, verified) and put in its place by one rename at the end: a restore that was cut
 * off leaves no office. What `verify` finds wrong does not keep it from its place, for there may be no other backup.
 *
 * @throws BackupFailed with a sentence; nothing is put in place then.
 */
export async function restoreBackup(source: Source): Promise<Restored> {
  const { file, key, keysFolder, dataDir, clock = wallClock } = source
  assertEmpty(dataDir)
  const keys = await readKeys(keysFolder)
  await assertSameKeys(dataDir, keys)
  return orSentence(`The office could not be restored into ${dataDir}`, async () => {
    await sweep(dataDir)
    const aside = await mkdtemp(join(dataDir, restoring))
    try {
      const office = join(aside, 'office')
      const manifest = await readBackup(file, key, into(office), (given) => assertFits(given, keys))
      await writeKept(join(office, 'history.head'), headWords(manifest.historyHead))
      await putKeys(aside, keys)
      const verdict = await openedOnce(aside, manifest, clock)
      await putKeys(dataDir, keys)
      assertEmpty(dataDir)
      await rename(office, join(dataDir, 'office'))
      await syncFolder(dataDir)
      return { manifest, verdict }
    } finally {
      await rm(aside, { recursive: true, force: true })
    }
  })
}

function assertEmpty(dataDir: string): void {
  const office = join(dataDir, 'office')
  if (existsSync(office) && readdirSync(office).length > 0) {
    throw new BackupFailed(
      `There is an office in ${office}, and a restore never overwrites: set DATA_DIR to an empty folder.`,
    )
  }
}

async function readKeys(folder: string): Promise<Keys> {
  const read = (name: string) => {
    const path = join(folder, name)
    const bytes = existsSync(path) ? readFileSync(path) : null
    if (bytes?.length !== 32) {
      throw new BackupFailed(
        `There is no key ${path}: say --keys FOLDER with the copy of DATA_DIR/keys that was kept apart.`,
      )
    }
    return bytes
  }
  return { history: read(keyFiles.history), sealing: read(keyFiles.sealing) }
}

/** Keys that are there already are those that were put there to be restored with, or another office's. */
async function assertSameKeys(dataDir: string, keys: Keys): Promise<void> {
  for (const [name, file] of Object.entries(keyFiles)) {
    const path = join(dataDir, 'keys', file)
    if (existsSync(path) && !readFileSync(path).equals(keys[name as keyof Keys])) {
      throw new BackupFailed(
        `${path} is another key, and is not overwritten: set DATA_DIR to an empty folder.`,
      )
    }
  }
}

function assertFits(manifest: Manifest, keys: Keys): void {
  const prints = keyPrints(keys)
  if (prints.history !== manifest.keys.history || prints.sealing !== manifest.keys.sealing) {
    throw new BackupFailed(
      'These are not the keys of the office in this backup: give --keys the folder with its own.',
    )
  }
  if (manifest.databaseVersion > migrations().length) {
    throw new BackupFailed(
      `This backup was made by a newer Subpoena Desk (${manifest.program}): restore it with that one.`,
    )
  }
}

/** Writes members into a folder, under the names that the manifest may hold and no others. */
function into(folder: string): Take {
  return async ({ name }, content) => {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(path, 'wx', 0o600)
    try {
      await orSentence('The office could not be restored', async () => {
        for await (const part of content) await file.writeFile(part)
        await file.sync()
      })
    } finally {
      await file.close()
    }
    await syncFolder(dirname(path))
  }
}

async function putKeys(dataDir: string, keys: Keys): Promise<void> {
  const folder = join(dataDir, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const [name, file] of Object.entries(keyFiles)) {
    if (!existsSync(join(folder, file))) await writeKept(join(folder, file), keys[name as keyof Keys])
  }
  await syncFolder(folder)
}

const writeKept = (path: string, content: string | Buffer) =>
  writeFile(path, content, { flag: 'wx', mode: 0o600, flush: true })

/** Brings the office to this program's version, marks it as restored and verifies it. */
async function openedOnce(dataDir: string, manifest: Manifest, clock: () => Instant): Promise<Verdict> {
  await openOffice(dataDir, 'real', clock)
  try {
    const { sequence: headSequence, mac: headMac } = manifest.historyHead
    const backupMadeAt = instant(manifest.madeAt)
    const done = await recordRestoration(system, { backupMadeAt, headSequence, headMac })
    if (!done.ok) throw new BackupFailed(done.refusal.sentence)
    return await verifyOffice()
  } finally {
    await closeOffice()
  }
}

/** What a restore that was killed left aside. */
async function sweep(dataDir: string): Promise<void> {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith(restoring)) await rm(join(dataDir, name), { recursive: true, force: true })
  }
}
