import { randomUUID } from 'node:crypto'
import { theOfficeOrNone } from '#db/open_office.ts'
import { theOfficeRow } from '#db/queries/office.ts'
import { theDesk } from '#db/the_desk.ts'
import { reader } from '#db/tx.ts'
import { tick } from './clockwork.ts'
import { deliverDue } from './delivery.ts'
import { repeat } from './repeat.ts'

export type Background = { stop(): Promise<void> }

const second = 1000

/**
 * Starts what the clock drives: mail delivery and the morning's work. Both ask the database what is due, so they may
 * run in several processes, and a start after days of sleep does at once what was missed.
 */
export async function startBackground(): Promise<Background> {
  const owner = `${process.pid}-${randomUUID()}`
  const delivery = repeat('mail delivery', 2 * second, async (stopping) => {
    if (await isOpen()) await deliverDue({ owner, smtpUrl: theDesk().smtpUrl, stopping })
  })
  const clockwork = repeat('clockwork', 30 * second, async (stopping) => {
    if (await isOpen()) await tick(stopping)
  })
  return {
    async stop() {
      await Promise.all([delivery.stop(), clockwork.stop()])
    },
  }
}

/** Before set-up, and while the sample is played, there is nothing to do and nobody to do it for. */
async function isOpen(): Promise<boolean> {
  if (theDesk().isMaking) return false
  return theOfficeOrNone() !== undefined && (await theOfficeRow(reader())) !== null
}
