import { and, asc, eq, isNull, lte, ne, notInArray, or } from 'drizzle-orm'
import { z } from 'zod'
import type { Instant } from '#lib/calendar/instant.ts'
import { neededLine } from '#lib/input.ts'
import { leaseLasts } from '#lib/mail/retry.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import type { MailRow } from '../../mail/row.ts'
import { againstSending } from '../../production/leaving.ts'
import { outbox } from '../../schema.ts'
import type { Tx } from '../../tx.ts'

/**
 * Gives one waiting mail to one sender for the length of a lease; null when none is due. A lease that ran out may be
 * taken over and the same Message-ID goes again, but not a subscriber's notice: that becomes unsure and waits for a
 * person (`recordMailUnsure`).
 *
 * A mail with a production is given only while nothing stands against it: the questions of the release are asked here,
 * of the facts, in the transaction that hands it over; one that may not leave stays where it is (`stopMail`). What is
 * recorded later finds the mail in its sender's hands, and nothing calls it back.
 */
export const claimMail = command({
  name: 'claim-mail',
  may: ['system'],
  input: z.strictObject({ owner: neededLine(100) }),
  async run({ tx, now, today }, { owner }) {
    const held: number[] = []
    for (;;) {
      const [mail] = await tx
        .select()
        .from(outbox)
        .where(due(now, held))
        .orderBy(...inTurn)
        .limit(1)
      if (!mail) return accept(null)
      if ((await againstSending(tx, mail, { now, today })).length > 0) held.push(mail.id)
      else return accept(await leased(tx, mail, owner, now))
    }
  },
  tells: () => null,
})

const inTurn = [asc(outbox.nextTryAt), asc(outbox.id)]

function due(now: Instant, held: number[]) {
  return and(
    eq(outbox.state, 'waiting'),
    lte(outbox.nextTryAt, now),
    or(isNull(outbox.leaseUntilAt), and(lte(outbox.leaseUntilAt, now), ne(outbox.kind, 'notice'))),
    held.length > 0 ? notInArray(outbox.id, held) : undefined,
  )
}

async function leased(tx: Tx, { id }: MailRow, owner: string, now: Instant): Promise<MailRow | null> {
  const [mail] = await tx
    .update(outbox)
    .set({ leaseOwner: owner, leaseUntilAt: (now + leaseLasts) as Instant })
    .where(and(eq(outbox.id, id), due(now, [])))
    .returning()
  return mail ?? null
}
