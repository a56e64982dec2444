import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { refuse } from '#lib/mail/refusals.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { aboutMail, mailRow, mailTold, mailWords, messageId } from '../../mail/row.ts'
import { againstSending } from '../../production/leaving.ts'
import { outbox } from '../../schema.ts'

const interrupted = 'Its sender stopped in the middle of a try, so it may have gone before.'

/**
 * Stops a waiting mail with a production that may not leave any more: an objection, a withdrawal or another blocker
 * came after the shipment. It becomes a person's task with the sentences of what stands against it; when that is gone,
 * a person ships the production again. A mail that a sender holds may be on the wire, and is left to that sender.
 */
export const stopMail = command({
  name: 'stop-mail',
  may: ['system'],
  input: z.strictObject({ messageId }),
  async run({ tx, now, today }, { messageId }) {
    const mail = await mailRow(tx, messageId)
    if (!mail) return refuse('no-such-mail')
    const isHeld = mail.leaseUntilAt !== null && mail.leaseUntilAt > now
    if (mail.state !== 'waiting' || isHeld) return refuse('not-waiting')
    const against = await againstSending(tx, mail, { now, today })
    if (against.length === 0) return refuse('may-leave')
    const why = [...against, ...(mail.leaseUntilAt === null ? [] : [interrupted])].join(' ')
    await tx
      .update(outbox)
      .set({ state: 'failed', stoppedWhy: why, leaseOwner: null, leaseUntilAt: null })
      .where(eq(outbox.id, mail.id))
    return accept({ about: await aboutMail(tx, mail), why })
  },
  tells: ({ messageId }, { about, why }) => ({
    ...mailTold(about),
    sentence: `Stopped ${mailWords(about)} before it left: ${why}`,
    facts: { messageId },
  }),
})
