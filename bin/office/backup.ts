import { resolve } from 'node:path'
import { makeBackupKey, readBackupKey } from '#db/backup/key_file.ts'
import { type Backup, makeBackup } from '#db/backup/make.ts'
import { recordBackup } from '#db/commands/backup.ts'
import { migrations } from '#db/migrate.ts'
import { system } from '#lib/access/actor.ts'
import { instant } from '#lib/calendar/instant.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { CannotStart } from '../serve/cannot_start.ts'
import { inOffice, type Terminal } from './open.ts'
import { pathOf, wordsOf } from './words.ts'

const usage =
  'Say where the backup goes: npm run backup -- FILE, or FILE --key KEYFILE to seal it; --new-key KEYFILE makes a key.'

/**
 * `FILE [--key KEYFILE]`: backs the office up, beside a desk that serves it or without one. `--new-key KEYFILE`: makes
 * a key to seal backups with.
 */
export async function run(terminal: Terminal): Promise<number> {
  const { plain, named } = wordsOf(terminal, ['key', 'new-key'], usage)
  const newKey = named['new-key']
  if (newKey !== undefined && plain.length === 0 && named.key === undefined) return makeKey(terminal, newKey)
  const [file, ...more] = plain
  if (!file || more.length > 0 || newKey !== undefined) throw new CannotStart(usage)
  const key = named.key === undefined ? null : await readBackupKey(pathOf(terminal, named.key))
  const made = await makeBackup({
    dataDir: dataDirOf(terminal),
    target: pathOf(terminal, file),
    key,
    now: Date.now(),
  })
  for (const line of backupLines(made)) console.log(line)
  await record(terminal, made)
  return 0
}

async function makeKey(terminal: Terminal, newKey: string): Promise<number> {
  const path = pathOf(terminal, newKey)
  await makeBackupKey(path)
  console.log(
    `${path} is a new key. Keep copies of it apart from the backups: without it none of them opens.`,
  )
  return 0
}

/** @throws CannotStart when the settings are wrong. */
export function dataDirOf({ root, environment }: Terminal): string {
  const read = readSettings(environment)
  if (!read.ok) throw new CannotStart(read.sentences.join('\n'))
  return resolve(root, read.settings.dataDir)
}

export function backupLines({ file, size, encrypted, manifest }: Backup): string[] {
  const { rows, members, historyHead } = manifest
  const megabytes = (size / 1_000_000).toFixed(1)
  return [
    `${file}: ${rows.subpoenas ?? 0} subpoenas, ${members.length - 1} stored files, ${megabytes} MB, read back and compared.`,
    `Its history ends with entry ${historyHead.sequence}.`,
    encrypted
      ? 'It is sealed: only the key opens it.'
      : 'It is NOT encrypted: whoever has the file can read every case in it. --key KEYFILE seals it.',
    'The keys of the office are not in it. A restore asks for them: keep a copy of DATA_DIR/keys apart.',
  ]
}

/** A backup made before an upgrade must not bring the database to the new version, so it is then not noted. */
async function record(terminal: Terminal, { file, size, encrypted, manifest }: Backup): Promise<void> {
  if (manifest.databaseVersion !== migrations().length) {
    console.log('It is of an earlier version of the program, and is not noted in its history.')
    return
  }
  const madeAt = instant(manifest.madeAt)
  const historySequence = manifest.historyHead.sequence
  await inOffice(terminal, false, async () => {
    const done = await recordBackup(system, { file, size, encrypted, historySequence, madeAt })
    if (!done.ok) throw new CannotStart(done.refusal.sentence)
  })
}
