/** A backup in a process of its own, since copying the database takes all of one. Prints what came of it as JSON. */
import { readBackupKey } from '#db/backup/key_file.ts'
import { makeBackup } from '#db/backup/make.ts'

export type Order = {
  readonly dataDir: string
  readonly target: string
  readonly keyFile: string | null
  /** Epoch milliseconds. */
  readonly now: number
}

export type Made = {
  readonly file: string
  readonly size: number
  readonly encrypted: boolean
  readonly historySequence: number
}

const { dataDir, target, keyFile, now } = JSON.parse(process.argv[2] ?? '{}') as Order
try {
  const key = keyFile === null ? null : await readBackupKey(keyFile)
  const { file, size, encrypted, manifest } = await makeBackup({ dataDir, target, key, now })
  const made: Made = { file, size, encrypted, historySequence: manifest.historyHead.sequence }
  process.stdout.write(JSON.stringify({ made }))
} catch (problem) {
  const isPlain = problem instanceof Error && ['BackupFailed', 'OfficeUnusable'].includes(problem.name)
  const sentence = isPlain
    ? problem.message
    : 'The backup failed for a reason of its own: try npm run backup.'
  process.stdout.write(JSON.stringify({ sentence }))
}
