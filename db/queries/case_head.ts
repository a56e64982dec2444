import { asc, eq } from 'drizzle-orm'
import { type Actor, caseReaders, mustBe } from '#lib/access/actor.ts'
import { governmentalProcess } from '#lib/kinds.ts'
import { targetLetter } from '#lib/subpoena/target.ts'
import { subpoenaRow } from '../load.ts'
import { subscribers, targets } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { officeZone, todayOf } from './office.ts'

/** A target as forms offer it: by letter and identifier, its subscriber by number only. */
export type TargetLine = {
  readonly number: number
  readonly letter: string
  readonly kind: (typeof targets.$inferSelect)['kind']
  readonly identifier: string
  readonly period: string
  readonly splitFrom: string | null
  readonly subscriber: string | null
  readonly noneFound: boolean
  readonly searched: string
  readonly copyFit: boolean | null
}

/**
 * What stands at the head of every page about one subpoena, and its targets. Null when there is none.
 *
 * @throws NotAllowed for a role that does not see the case.
 */
export async function caseHead(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const on = reader()
  const row = await subpoenaRow(on, reference)
  if (!row) return null
  const { id, caption, court, caseNumber, complianceOn, processType } = row
  return {
    id,
    reference,
    caption,
    court,
    caseNumber,
    complianceOn,
    governmental: governmentalProcess.includes(processType),
    targets: await targetLines(on, id),
    today: await todayOf(on),
    zone: await officeZone(on),
  }
}

export type CaseHead = NonNullable<Awaited<ReturnType<typeof caseHead>>>

async function targetLines(on: On, subpoenaId: number): Promise<TargetLine[]> {
  const rows = await on
    .select({
      id: targets.id,
      number: targets.number,
      kind: targets.kind,
      identifier: targets.identifier,
      period: targets.period,
      splitFromId: targets.splitFromId,
      subscriber: subscribers.number,
      noneFound: targets.noneFound,
      searched: targets.searched,
      copyFit: targets.copyFit,
    })
    .from(targets)
    .leftJoin(subscribers, eq(subscribers.id, targets.subscriberId))
    .where(eq(targets.subpoenaId, subpoenaId))
    .orderBy(asc(targets.number))
  const letterOf = new Map(rows.map(({ id, number }) => [id, targetLetter(number)]))
  return rows.map(({ id, splitFromId, ...target }) => ({
    ...target,
    letter: letterOf.get(id) ?? '',
    splitFrom: splitFromId === null ? null : (letterOf.get(splitFromId) ?? null),
  }))
}
