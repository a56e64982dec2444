import { and, asc, eq, inArray, isNull, lte, ne, or } from 'drizzle-orm'
import { z } from 'zod'
import type { Instant } from '#lib/calendar/instant.ts'
import { neededLine } from '#lib/input.ts'
import { leaseLasts } from '#lib/mail/retry.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { outbox } from '../../schema.ts'

/**
 * Gives one waiting mail to one sender for the length of a lease; null when none is due. A lease that ran out may be
 * taken over and the same Message-ID goes again, but not a subscriber's notice: that becomes unsure and waits for a
 * person (`recordMailUnsure`).
 */
export const claimMail = command({
  name: 'claim-mail',
  may: ['system'],
  input: z.strictObject({ owner: neededLine(100) }),
  async run({ tx, now }, { owner }) {
    const due = tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(
        and(
          eq(outbox.state, 'waiting'),
          lte(outbox.nextTryAt, now),
          or(isNull(outbox.leaseUntilAt), and(lte(outbox.leaseUntilAt, now), ne(outbox.kind, 'notice'))),
        ),
      )
      .orderBy(asc(outbox.nextTryAt), asc(outbox.id))
      .limit(1)
    const [claimed] = await tx
      .update(outbox)
      .set({ leaseOwner: owner, leaseUntilAt: (now + leaseLasts) as Instant })
      .where(inArray(outbox.id, due))
      .returning()
    return accept(claimed ?? null)
  },
  tells: () => null,
})
