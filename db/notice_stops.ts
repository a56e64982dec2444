import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { type Reach, reachOf } from '#lib/notice/reach.ts'
import type { MadeNotice } from '#lib/notice/still.ts'
import type { Context } from './command.ts'
import { loadSubpoenaById } from './load.ts'
import { notices, noticeTargets, outbox, targets } from './schema.ts'
import type { Tx } from './tx.ts'

/** A notice that has not failed, with the mail that carries it, if one does, and the numbers of those it names. */
export type StandingNotice = {
  readonly notice: typeof notices.$inferSelect
  readonly mail: typeof outbox.$inferSelect | null
  readonly targets: readonly number[]
}

/** The notices of a subpoena that have not failed, in order. */
export async function standingNotices(tx: Tx, subpoenaId: number): Promise<StandingNotice[]> {
  const rows = await tx
    .select({ notice: notices, mail: outbox })
    .from(notices)
    .leftJoin(outbox, eq(outbox.id, notices.outboxId))
    .where(and(eq(notices.subpoenaId, subpoenaId), isNull(notices.failedAt)))
    .orderBy(asc(notices.number))
  const named = await tx
    .select({ noticeId: noticeTargets.noticeId, number: targets.number })
    .from(noticeTargets)
    .innerJoin(targets, eq(targets.id, noticeTargets.targetId))
    .where(
      inArray(
        noticeTargets.noticeId,
        rows.map(({ notice }) => notice.id),
      ),
    )
    .orderBy(asc(targets.number))
  return rows.map((row) => ({
    ...row,
    targets: named.filter(({ noticeId }) => noticeId === row.notice.id).map(({ number }) => number),
  }))
}

/** The notice that a mail carries, if it has not failed, and the subpoena that it is about. */
export async function noticeOfMail(tx: Tx, { id, subpoenaId }: { id: number; subpoenaId: number | null }) {
  if (subpoenaId === null) return null
  const standing = (await standingNotices(tx, subpoenaId)).find(({ notice }) => notice.outboxId === id)
  if (!standing) return null
  const { number, subscriberId, lastDayOn } = standing.notice
  const made: MadeNotice = { number, subscriberId, lastDayOn, targets: standing.targets }
  return { standing, made, loaded: await loadSubpoenaById(tx, subpoenaId) }
}

/**
 * Stops notices that no longer stand, each as a whole, since it is one letter: their mail does not go, and they have
 * failed, so that whoever else they named is to be told anew. What is going at this moment, or has gone, is left.
 *
 * @param reaches How near a notice may have come and still be stopped.
 * @param why A sentence for the page of the notice.
 * @returns The numbers of those stopped.
 */
export async function stopNotices(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  standing: readonly StandingNotice[],
  { reaches, why }: { readonly reaches: readonly Reach[]; readonly why: string },
): Promise<number[]> {
  const stopped: number[] = []
  for (const { notice, mail } of standing) {
    const reach = reachOf({ effectiveOn: notice.effectiveOn, mail }, now)
    if (!reaches.includes(reach)) continue
    if (mail && reach !== 'gone') {
      const withdrawn = { state: 'withdrawn', leaseOwner: null, leaseUntilAt: null } as const
      await tx.update(outbox).set(withdrawn).where(eq(outbox.id, mail.id))
    }
    await tx.update(notices).set({ failedAt: now, failedWhy: why }).where(eq(notices.id, notice.id))
    stopped.push(notice.number)
  }
  return stopped
}

/**
 * Stops the notices to others about targets whose subscriber is another now, as far as they are still in our hands.
 * One that may have gone told a stranger: it stands until a person has seen to it, and Today asks for that.
 *
 * @param subscriberId Whose the targets are now; null: nobody’s.
 * @returns The numbers of those stopped.
 */
export async function stopMisdirected(
  context: Pick<Context, 'tx' | 'now'>,
  {
    subpoenaId,
    numbers,
    subscriberId,
  }: { subpoenaId: number; numbers: readonly number[]; subscriberId: number | null },
): Promise<number[]> {
  const about = (await standingNotices(context.tx, subpoenaId)).filter(
    ({ notice, targets }) =>
      notice.subscriberId !== subscriberId && targets.some((target) => numbers.includes(target)),
  )
  const why = 'What it is about turned out to be another’s before it went.'
  const files = about.filter(({ mail }) => mail?.state === 'written')
  return [
    ...(await stopNotices(context, about, { reaches: ['here'], why })),
    ...(await stopNotices(context, files, { reaches: ['perhaps'], why })),
  ]
}

/** " Notice 2, 3 does not go.": for the end of a sentence in the history; empty when none was stopped. */
export function doesNotGo(stopped: readonly number[]): string {
  return stopped.length > 0 ? ` Notice ${stopped.join(', ')} does not go.` : ''
}
