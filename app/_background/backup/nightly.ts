import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beginNightlyBackup, endNightlyBackup, recordBackup } from '#db/commands/backup.ts'
import { theOffice } from '#db/open_office.ts'
import { officeZone } from '#db/queries/office.ts'
import type { NightlyBackups } from '#db/the_desk.ts'
import { reader } from '#db/tx.ts'
import { system } from '#lib/access/actor.ts'
import { nightlyName, toRemove } from '#lib/backup/keep.ts'
import type { Made, Order } from './child.ts'

/** The nightly backup came to nothing; the message says why and names no case. */
export class NightlyBackupFailed extends Error {
  override name = 'NightlyBackupFailed'
}

/**
 * Makes the nightly backup if it is due, notes it, and removes the oldest by rule. Whatever fails leaves those that are
 * there, and is tried again three hours later.
 *
 * @returns Whether one was made. @throws NightlyBackupFailed
 */
export async function backUpNightly(
  { folder, keyFile, from }: NightlyBackups,
  stopping: () => boolean = () => false,
): Promise<boolean> {
  const begun = await beginNightlyBackup(system, { from })
  if (!begun.ok || !begun.value.due) return false
  const now = theOffice().clock()
  const target = join(folder, nightlyName(now, await officeZone(reader()), keyFile !== null))
  const dataDir = dirname(theOffice().folder)
  const made = await inChild({ dataDir, target, keyFile, now }, stopping)
  const noted = await recordBackup(system, { ...made, madeAt: now })
  if (!noted.ok) throw new NightlyBackupFailed(noted.refusal.sentence)
  await endNightlyBackup(system, { on: begun.value.on })
  for (const name of toRemove(readdirSync(folder), made.file)) await rm(join(folder, name), { force: true })
  return true
}

async function inChild(order: Order, stopping: () => boolean): Promise<Made> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'child.ts'), JSON.stringify(order)],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const part = `${order.target}.part`
  const wasThere = existsSync(part)
  const watch = setInterval(() => {
    if (stopping()) child.kill('SIGKILL')
  }, 100)
  let heard = ''
  child.stdout.setEncoding('utf8').on('data', (words: string) => {
    heard += words
  })
  const signal = await new Promise<string | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_code, by) => resolve(by))
  })
  clearInterval(watch)
  if (signal !== null) {
    if (!wasThere) await rm(part, { force: true })
    throw new NightlyBackupFailed('The nightly backup was stopped before its end.')
  }
  const { made, sentence } = JSON.parse(heard || '{}') as { made?: Made; sentence?: string }
  if (!made) throw new NightlyBackupFailed(sentence ?? 'The nightly backup ended without a word.')
  return made
}
