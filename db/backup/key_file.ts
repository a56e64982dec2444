import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { BackupFailed, orSentence } from './failed.ts'

const form = /^subpoena-desk backup key 1 ([\w-]{43})\n?$/

/**
 * Makes a key for backups: 32 random bytes in one line of text, for its owner alone.
 *
 * @throws BackupFailed where a file is there already or none can be written.
 */
export async function makeBackupKey(path: string): Promise<void> {
  const words = `subpoena-desk backup key 1 ${randomBytes(32).toString('base64url')}\n`
  await orSentence(`The key ${path} could not be written`, async () => {
    try {
      writeFileSync(path, words, { flag: 'wx', mode: 0o600, flush: true })
    } catch (problem) {
      if (problem instanceof Error && 'code' in problem && problem.code === 'EEXIST') {
        throw new BackupFailed(
          `${path} is there already, and a key is never overwritten: choose another name.`,
        )
      }
      throw problem
    }
  })
}

/** @throws BackupFailed unless the file holds a key for backups. */
export async function readBackupKey(path: string): Promise<Buffer> {
  const words = await orSentence(`The key ${path} could not be read`, async () => readFileSync(path, 'utf8'))
  const key = form.exec(words)?.[1]
  if (!key)
    throw new BackupFailed(`${path} holds no key for backups: npm run backup -- --new-key FILE makes one.`)
  return Buffer.from(key, 'base64url')
}
