import { system } from '#lib/access/actor.ts'
import { claimMail } from '../commands/mail/claim.ts'
import { recordMailRefused, recordMailSent } from '../commands/mail/result.ts'
import { isMailDue } from '../queries/mail_due.ts'
import { reader } from '../tx.ts'
import type { SampleClock } from './clock.ts'
import { done } from './play.ts'
import { goneDomain } from './subscriber.ts'

const owner = 'sample'
const taken = '250 2.0.0 OK (sample)'
const refused = '550 5.1.1 No such user here (sample)'

/** Gives each waiting mail the answer that a mail server gave in the sample's past. Nothing is sent. */
export async function emptyOutbox(clock: SampleClock): Promise<void> {
  while (await isMailDue(reader(), clock.now)) {
    clock.wait()
    const mail = await done(claimMail(system, { owner }))
    if (!mail) return
    clock.wait()
    const { messageId, toAddress } = mail
    if (toAddress.endsWith(`@${goneDomain}`))
      await done(recordMailRefused(system, { messageId, owner, reply: refused }))
    else await done(recordMailSent(system, { messageId, owner, reply: taken }))
  }
}
