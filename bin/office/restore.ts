import { readBackupKey } from '#db/backup/key_file.ts'
import { restoreBackup } from '#db/backup/restore.ts'
import { CannotStart } from '../serve/cannot_start.ts'
import { prepareDataDir } from '../serve/data_dir.ts'
import { dataDirOf } from './backup.ts'
import type { Terminal } from './open.ts'
import { verdictLines } from './verify.ts'
import { pathOf, wordsOf } from './words.ts'

const usage =
  'Say what to restore and with which keys: npm run restore -- FILE --keys FOLDER, and --key KEYFILE where it is sealed.'

/**
 * `FILE [--key KEYFILE] --keys FOLDER`: makes the office of a backup in a DATA_DIR that has none, and verifies it. Exit
 * code 1 when something in it is wrong.
 */
export async function run(terminal: Terminal): Promise<number> {
  const { plain, named } = wordsOf(terminal, ['key', 'keys'], usage)
  const [file, ...more] = plain
  if (!file || more.length > 0 || named.keys === undefined) throw new CannotStart(usage)
  const dataDir = dataDirOf(terminal)
  prepareDataDir(dataDir)
  const { verdict } = await restoreBackup({
    file: pathOf(terminal, file),
    key: named.key === undefined ? null : await readBackupKey(pathOf(terminal, named.key)),
    keysFolder: pathOf(terminal, named.keys),
    dataDir,
  })
  for (const line of verdictLines(verdict)) console.log(line)
  console.log(`The office is in ${dataDir}. It is read-only until an administrator has looked:`)
  console.log('npm start, sign in, and open Settings, Restored.')
  return verdict.fault === null ? 0 : 1
}
