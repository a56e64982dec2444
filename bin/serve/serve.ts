import { resolve } from 'node:path'
import { readBackupKey } from '#db/backup/key_file.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { originOf, readSettings, type Settings } from '#lib/settings/settings.ts'
import { CannotStart } from './cannot_start.ts'
import { prepareDataDir } from './data_dir.ts'
import { openDoor } from './door.ts'

export type ServeFacts = {
  /** The program's own folder; a DATA_DIR that is not absolute stands in it. */
  readonly root: string
  readonly words: readonly string[]
  readonly environment: NodeJS.ProcessEnv
  /** Builds the pages when their sources have changed. */
  readonly build: () => Promise<void>
  /** Hands out now; the wall clock when left out. Browser tests bring their own, to see a hold end. */
  readonly clock?: () => Instant
}

/**
 * Starts the desk and returns once it answers; it then runs until a signal ends it.
 *
 * @throws CannotStart, or OfficeUnusable from the database, each with one sentence that says what to do.
 */
export async function serve({ root, words, environment, build, clock }: ServeFacts): Promise<void> {
  const unknown = words.find((word) => word !== '--sample' && word !== '--dev')
  if (unknown) throw new CannotStart(`"${unknown}" is not understood: leave it out, or say --sample.`)
  const dev = words.includes('--dev')
  const read = readSettings(environment, words.includes('--sample'))
  if (!read.ok) throw new CannotStart(read.sentences.join('\n'))
  const { settings } = read
  const dataDir = resolve(root, settings.dataDir)
  prepareDataDir(dataDir)

  const backups = await nightlyBackups(root, settings)

  const door = await openDoor(settings.host, settings.port)
  if (!dev) await build()
  const publicUrl = settings.publicUrl ?? originOf(settings.host, door.port)
  // Loaded only now, so that a bad setting is told at once.
  const { run } = await import('./run.ts')
  await run({
    root,
    dev,
    door,
    settings: { ...settings, dataDir, port: door.port, publicUrl, backups, clock },
  })
}

/** @throws BackupFailed when the key is none: better told now than in the night. */
async function nightlyBackups(root: string, { backupDir, backupKey, backupAt: from }: Settings) {
  if (backupDir === null) return null
  const keyFile = backupKey && resolve(root, backupKey)
  if (keyFile) await readBackupKey(keyFile)
  return { folder: resolve(root, backupDir), keyFile, from }
}
