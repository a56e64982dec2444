import { and, asc, inArray, isNull } from 'drizzle-orm'
import { dayOf } from '#lib/calendar/instant.ts'
import type { AskedRelease, ObjectionOnFile } from '#lib/today/case_file.ts'
import { decisions, earlyReleases, objections } from '../schema.ts'
import type { On } from '../tx.ts'
import { bySubpoena, inBatches } from './in_batches.ts'

/** The objections of many subpoenas, by row id. */
export async function objectionsOnFile(
  on: On,
  ids: readonly number[],
  zone: string,
): Promise<Map<number, ObjectionOnFile[]>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({
        subpoenaId: objections.subpoenaId,
        number: objections.number,
        kind: objections.kind,
        effect: objections.effect,
        receivedAt: objections.receivedAt,
        extendsToOn: objections.extendsToOn,
        outcome: objections.outcome,
      })
      .from(objections)
      .where(inArray(objections.subpoenaId, batch))
      .orderBy(asc(objections.number)),
  )
  return bySubpoena(rows, ({ subpoenaId: _, receivedAt, ...rest }) => ({
    ...rest,
    receivedOn: dayOf(receivedAt, zone),
  }))
}

/** Where counsel decided that we do not object; a paper that is judged anew is decided anew. */
export async function notObjecting(on: On, ids: readonly number[]): Promise<Set<number>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({ subpoenaId: decisions.subpoenaId, kind: decisions.kind })
      .from(decisions)
      .where(
        and(
          inArray(decisions.subpoenaId, batch),
          inArray(decisions.kind, ['not-objecting', 'reopened'] as const),
        ),
      )
      .orderBy(asc(decisions.id)),
  )
  const last = new Map(rows.map(({ subpoenaId, kind }) => [subpoenaId, kind]))
  return new Set([...last].filter(([, kind]) => kind === 'not-objecting').map(([id]) => id))
}

/** Early releases that wait for counsel, by the subpoena's row id. */
export async function askedReleases(
  on: On,
  ids: readonly number[],
  zone: string,
): Promise<Map<number, AskedRelease[]>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({
        subpoenaId: earlyReleases.subpoenaId,
        number: earlyReleases.number,
        ground: earlyReleases.ground,
        askedAt: earlyReleases.askedAt,
        opensOn: earlyReleases.opensOn,
        askedById: earlyReleases.askedById,
      })
      .from(earlyReleases)
      .where(and(inArray(earlyReleases.subpoenaId, batch), isNull(earlyReleases.decision)))
      .orderBy(asc(earlyReleases.number)),
  )
  return bySubpoena(rows, ({ number, ground, askedAt, opensOn, askedById }) => ({
    number,
    ground,
    askedOn: dayOf(askedAt, zone),
    opensOn,
    askedById,
  }))
}
