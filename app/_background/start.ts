import { randomUUID } from 'node:crypto'
import { theOfficeOrNone } from '#db/open_office.ts'
import { proveWriting } from '#db/prove_writing.ts'
import { theOfficeRow } from '#db/queries/office.ts'
import { openRestoration } from '#db/queries/restoration.ts'
import { theDesk } from '#db/the_desk.ts'
import { reader } from '#db/tx.ts'
import { backUpNightly } from './backup/nightly.ts'
import { tick } from './clockwork.ts'
import { deliverDue } from './delivery.ts'
import { repeat } from './repeat.ts'

export type Background = { stop(): Promise<void> }

const second = 1000

/**
 * Starts what the clock drives: mail delivery, the morning's work and the nightly backup. Each asks the database what is
 * due, so they may run in several processes, and a start after days of sleep does at once what was missed.
 */
export async function startBackground(): Promise<Background> {
  const owner = `${process.pid}-${randomUUID()}`
  const delivery = repeat('mail delivery', 2 * second, async (stopping) => {
    if (await isOpen()) await deliverDue({ owner, smtpUrl: theDesk().smtpUrl, stopping })
  })
  const clockwork = repeat('clockwork', 30 * second, async (stopping) => {
    if (await isOpen()) await tick(stopping)
  })
  const writing = repeat('database write', 30 * second, async () => {
    if (await isOpen()) await proveWriting()
  })
  const backup = repeat('nightly backup', 60 * second, async (stopping) => {
    const { backups } = theDesk()
    if (backups && (await isOpen())) await backUpNightly(backups, stopping)
  })
  return {
    async stop() {
      await Promise.all([delivery.stop(), clockwork.stop(), writing.stop(), backup.stop()])
    },
  }
}

/**
 * Before set-up, and while the sample is played, there is nothing to do and nobody to do it for; and an office that came
 * out of a backup stands still until an administrator has looked.
 */
async function isOpen(): Promise<boolean> {
  if (theDesk().isMaking || theOfficeOrNone() === undefined) return false
  return (await theOfficeRow(reader())) !== null && (await openRestoration(reader())) === null
}
