import { asc, count, eq } from 'drizzle-orm'
import { type Actor, caseReaders, mustBe } from '#lib/access/actor.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import { caseClocks } from '#lib/clocks/case_clocks.ts'
import { type Collision, collisionOf } from '#lib/clocks/collision.ts'
import type { ClockFacts, ClockMark } from '#lib/clocks/marks.ts'
import { deemedReceived } from '#lib/hold/receipt.ts'
import { type Stage, stageOf } from '#lib/subpoena/stage.ts'
import type { CaseToday } from '#lib/today/case_file.ts'
import { mailTask } from '#lib/today/mail_tasks.ts'
import { type Obstacle, obstacles } from '#lib/today/obstacles.ts'
import { placeOf, type Task } from '#lib/today/task.ts'
import { caseTasks } from '#lib/today/tasks.ts'
import { subpoenaRow } from '../load.ts'
import {
  invoices,
  notices,
  noticeTargets,
  objections,
  productions,
  researchEntries,
  targets,
} from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { groupedBy } from './in_batches.ts'
import { lostMail } from './lost_mail.ts'
import { policyOf } from './office.ts'
import { casesToday } from './open_cases.ts'
import { paperOfRow } from './particulars.ts'
import type { SubpoenaHead } from './subpoena_page.ts'

/** What only those see who see the case: its lanes as rules, its clocks, what stands in the way, and the paper. */
export type SubpoenaCase = {
  readonly one: CaseToday
  readonly stage: Stage
  readonly tasks: readonly Task[]
  readonly marks: readonly ClockMark[]
  readonly collision: Collision | null
  readonly obstacles: readonly Obstacle[]
  readonly complianceTime: string | null
  readonly recordsRequested: string
  readonly paper: Awaited<ReturnType<typeof paperOfRow>>
  readonly counts: {
    readonly targets: number
    readonly notices: number
    readonly objections: number
    readonly productions: number
    readonly invoices: number
    readonly researchMinutes: number
  }
}

/**
 * The case behind a subpoena's page, from facts and never from the cache.
 *
 * @throws NotAllowed for a role that does not see the case.
 */
export async function subpoenaCase(actor: Actor, head: SubpoenaHead): Promise<SubpoenaCase> {
  mustBe(actor, caseReaders)
  const on = reader()
  const row = await subpoenaRow(on, head.reference)
  const one = (await casesToday(on, [head.id], head)).get(head.id)
  if (!row || !one) throw new Error(`There is no subpoena ${head.reference}.`)
  const facts: ClockFacts = {
    receivedOn: head.receivedOn,
    serviceMethod: head.serviceMethod,
    deemedReceived: {
      // The day itself is a fact of the receipt; how it is counted is told by the policy that it is pinned to.
      ...deemedReceived(
        row.receivedAt,
        { zone: head.zone, cutoff: (await policyOf(on, row.policyVersion)).cutoff },
        one.calendar,
      ),
      value: row.deemedReceivedOn,
    },
    complianceTime: row.complianceTime,
    notices: await noticeClocks(on, head),
    objections: await objectionClocks(on, head),
    invoices: head.money?.clocks ?? [],
  }
  const lost = (await lostMail(on, head.zone)).filter(
    ({ subpoenaId, kind }) => subpoenaId === head.id && kind !== 'invoice',
  )
  return {
    one,
    stage: stageOf(one.facts, one.calendar, head.today),
    tasks: [...lost.map(mailTask), ...caseTasks(one), ...(head.money?.tasks ?? [])].sort(
      (a, b) => placeOf(a.group) - placeOf(b.group),
    ),
    marks: caseClocks(one, facts),
    collision: collisionOf(one),
    obstacles: obstacles(one),
    complianceTime: row.complianceTime,
    recordsRequested: row.recordsRequested,
    paper: await paperOfRow(on, row),
    counts: await countsOf(on, head.id, one),
  }
}

async function noticeClocks(on: On, { id, zone }: SubpoenaHead): Promise<ClockFacts['notices']> {
  const rows = await on
    .select({
      number: notices.number,
      channel: notices.channel,
      at: notices.at,
      postedOn: notices.postedOn,
      effectiveOn: notices.effectiveOn,
      failedAt: notices.failedAt,
      target: targets.number,
    })
    .from(notices)
    .innerJoin(noticeTargets, eq(noticeTargets.noticeId, notices.id))
    .innerJoin(targets, eq(targets.id, noticeTargets.targetId))
    .where(eq(notices.subpoenaId, id))
    .orderBy(asc(notices.number))
  return [...groupedBy(rows, ({ number }) => number).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { channel, at, postedOn, effectiveOn, failedAt } = first
    // A letter that nobody posted has left no mark yet.
    if (channel === 'post' && effectiveOn === null) return []
    return [
      {
        on: postedOn ?? dayOf(at, zone),
        channel,
        targets: own.map(({ target }) => target),
        failedOn: failedAt === null ? null : dayOf(failedAt, zone),
        effectiveOn,
      },
    ]
  })
}

async function objectionClocks(on: On, { id, zone }: SubpoenaHead): Promise<ClockFacts['objections']> {
  const rows = await on
    .select({
      number: objections.number,
      kind: objections.kind,
      receivedAt: objections.receivedAt,
      targets: objections.targetNumbers,
      outcome: objections.outcome,
      outcomeOn: objections.outcomeOn,
    })
    .from(objections)
    .where(eq(objections.subpoenaId, id))
    .orderBy(asc(objections.number))
  return rows.map(({ receivedAt, ...rest }) => ({ ...rest, receivedOn: dayOf(receivedAt, zone) }))
}

async function countsOf(on: On, id: number, { file, facts }: CaseToday): Promise<SubpoenaCase['counts']> {
  const entries = await on
    .select({ minutes: researchEntries.minutes })
    .from(researchEntries)
    .where(eq(researchEntries.subpoenaId, id))
  const [sent] = await on.select({ count: count() }).from(notices).where(eq(notices.subpoenaId, id))
  const [made] = await on.select({ count: count() }).from(productions).where(eq(productions.subpoenaId, id))
  const [issued] = await on.select({ count: count() }).from(invoices).where(eq(invoices.subpoenaId, id))
  return {
    targets: facts.targets.length,
    notices: sent?.count ?? 0,
    objections: file.objections.length,
    productions: made?.count ?? 0,
    invoices: issued?.count ?? 0,
    researchMinutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
  }
}
