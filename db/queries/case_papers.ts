import { eq } from 'drizzle-orm'
import { type Actor, caseReaders, mustBe } from '#lib/access/actor.ts'
import { fileRow } from '../files.ts'
import { decisions, earlyReleases, noticeBars, objections, termsEvents } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { subpoenaIdOf } from './ids.ts'

/**
 * A paper from outside that belongs to a subpoena beside the served one: an order, an objection, its outcome, a
 * withdrawal, agreed terms. Null when it does not: a hash alone opens nothing.
 */
export async function casePaper(actor: Actor, reference: string, sha256: string) {
  mustBe(actor, caseReaders)
  const on = reader()
  const id = await subpoenaIdOf(on, reference)
  if (id === null || !(await hashesOf(on, id)).includes(sha256)) return null
  return fileRow(on, sha256)
}

async function hashesOf(on: On, id: number): Promise<(string | null)[]> {
  const objected = await on
    .select({ file: objections.fileSha256, outcome: objections.outcomeFileSha256 })
    .from(objections)
    .where(eq(objections.subpoenaId, id))
  const others = [
    ...(await on
      .select({ file: noticeBars.fileSha256 })
      .from(noticeBars)
      .where(eq(noticeBars.subpoenaId, id))),
    ...(await on.select({ file: decisions.fileSha256 }).from(decisions).where(eq(decisions.subpoenaId, id))),
    ...(await on
      .select({ file: termsEvents.fileSha256 })
      .from(termsEvents)
      .where(eq(termsEvents.subpoenaId, id))),
    ...(await on
      .select({ file: earlyReleases.fileSha256 })
      .from(earlyReleases)
      .where(eq(earlyReleases.subpoenaId, id))),
  ]
  return [...objected.flatMap(({ file, outcome }) => [file, outcome]), ...others.map(({ file }) => file)]
}
