import { join } from 'node:path'
import { claimMail } from '#db/commands/mail/claim.ts'
import {
  recordMailDeferred,
  recordMailRefused,
  recordMailSent,
  recordMailWritten,
} from '#db/commands/mail/result.ts'
import { stopMail } from '#db/commands/mail/stop.ts'
import { recordMailUnsure } from '#db/commands/mail/unsure.ts'
import { attachmentContents } from '#db/mail/attachments.ts'
import type { MailRow } from '#db/mail/row.ts'
import { theOffice } from '#db/open_office.ts'
import { abandonedNotices, dueProductions, isMailDue } from '#db/queries/mail_due.ts'
import { officeRow } from '#db/queries/office.ts'
import { reader } from '#db/tx.ts'
import { system } from '#lib/access/actor.ts'
import { messageOf } from './mail/message.ts'
import { type Attempt, sendBySmtp } from './mail/smtp.ts'
import { writeMail } from './mail/written.ts'

export type Sender = {
  /** Who holds the leases: one name for each process. */
  readonly owner: string
  /** Null: mail is written as files. The sample office sends nothing, whatever is set. */
  readonly smtpUrl: string | null
  /** Asked before each mail: no new one is claimed once it is true. */
  readonly stopping?: () => boolean
  /** How long one try may take, in milliseconds; less than a lease. */
  readonly limit?: number
}

/** Delivers what is due, one mail after the other, until nothing is or the process stops. Returns how many it tried. */
export async function deliverDue(sender: Sender): Promise<number> {
  await doubtAbandoned()
  await stopHeldBack()
  let tried = 0
  while (!sender.stopping?.() && (await isMailDue(reader(), theOffice().clock()))) {
    const claimed = await claimMail(system, { owner: sender.owner })
    if (!claimed.ok || claimed.value === null) break
    await deliver(claimed.value, sender)
    tried++
  }
  return tried
}

/** A notice whose sender died with it may have arrived: it waits for a person and is never sent twice unasked. */
async function doubtAbandoned(): Promise<void> {
  const reply = 'The program stopped while this was being sent.'
  for (const messageId of await abandonedNotices(reader(), theOffice().clock())) {
    await recordMailUnsure(system, { messageId, owner: '', reply })
  }
}

/** A production against which something has come up since it was shipped: its mail becomes a person's task. */
async function stopHeldBack(): Promise<void> {
  for (const messageId of await dueProductions(reader(), theOffice().clock())) {
    await stopMail(system, { messageId })
  }
}

/** One try, outside any transaction, and its result as a command. */
async function deliver(mail: MailRow, sender: Sender): Promise<void> {
  const done = { messageId: mail.messageId, owner: sender.owner }
  const smtpUrl = theOffice().kind === 'sample' ? null : sender.smtpUrl
  const ready = await prepared(mail)
  if ('problem' in ready) {
    await recordMailDeferred(system, { ...done, reply: ready.problem })
  } else if (smtpUrl === null) {
    const reply = await writeMail(join(theOffice().folder, 'mail'), mail.messageId, ready.message)
    await recordMailWritten(system, { ...done, reply })
  } else if (ready.from === '') {
    await recordMailDeferred(system, { ...done, reply: noAddress })
  } else {
    const envelope = { from: ready.from, to: mail.toAddress }
    await record(mail, done, await sendBySmtp(smtpUrl, envelope, ready.message, sender.limit))
  }
}

const noAddress = 'The office has no e-mail address to write from: give it one in Settings.'

async function prepared(
  mail: MailRow,
): Promise<{ readonly message: Buffer; readonly from: string } | { readonly problem: string }> {
  const { name, email } = await officeRow(reader())
  try {
    const attachments = await attachmentContents(reader(), mail.attachments)
    return { message: await messageOf(mail, { name, address: email }, attachments), from: email }
  } catch {
    return { problem: 'What goes along with it could not be read.' }
  }
}

async function record(
  mail: MailRow,
  done: { messageId: string; owner: string },
  { outcome, reply }: Attempt,
) {
  if (outcome === 'sent') await recordMailSent(system, { ...done, reply })
  else if (outcome === 'refused') await recordMailRefused(system, { ...done, reply })
  else if (outcome === 'unsure' && mail.kind === 'notice') await recordMailUnsure(system, { ...done, reply })
  else await recordMailDeferred(system, { ...done, reply })
}
