import { system } from '#lib/access/actor.ts'
import { recordRestoration } from '../commands/restoration.ts'
import { historyHead } from '../history.ts'
import { theOffice } from '../open_office.ts'
import { reader } from '../tx.ts'
import { done } from './answers.ts'

/** Makes the open office one that came out of a backup of this moment. Returns the head that was restored. */
export async function asRestored() {
  const head = await historyHead(reader())
  const restored = { headSequence: head.sequence, headMac: head.mac, backupMadeAt: theOffice().clock() }
  await done(recordRestoration(system, restored))
  return head
}
