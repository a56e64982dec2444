import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type Actor, caseReaders, isPermitted, moneyReaders, mustBe } from '#lib/access/actor.ts'
import type { SubpoenaBilling } from '#lib/billing/balance.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import {
  type ListFilter,
  openStages,
  pageSize,
  type Sort,
  type StageChoice,
} from '#lib/subpoena/list_filter.ts'
import { type Stage, stageLabels } from '#lib/subpoena/stage.ts'
import { people, requesters, subpoenas } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { meant } from './find_subpoenas.ts'
import { todayOf } from './office.ts'
import { assignablePeople } from './people_to_assign.ts'

export type ListedSubpoena = {
  readonly reference: string
  readonly caption: string
  readonly court: string
  readonly caseNumber: string
  readonly requester: string
  readonly stage: Stage
  /** The day on which the calendar alone will change stage or billing. */
  readonly nextChangeOn: CalendarDate | null
  readonly complianceOn: CalendarDate | null
  /** Null for those who do not see money. */
  readonly billing: SubpoenaBilling | null
  readonly assignee: string | null
}

export type StageCounts = Readonly<Record<StageChoice, number>>

export type SubpoenasList = {
  /** As carried out: a page after the last one is the last one. */
  readonly filter: ListFilter
  readonly rows: readonly ListedSubpoena[]
  /** How many each stage would list, with everything else in the filter as it is. */
  readonly counts: StageCounts
  /** The name of the requester that the filter names, if it names one. */
  readonly requester: string | null
  /** The names of those who may look after one. */
  readonly people: readonly string[]
  readonly today: CalendarDate
}

/** A page of the subpoenas that a filter means, by the cache of their stages; guards never read it. */
export async function subpoenasList(actor: Actor, asked: ListFilter): Promise<SubpoenasList> {
  mustBe(actor, caseReaders)
  const on = reader()
  const seesMoney = isPermitted(actor, moneyReaders)
  const wanted = seesMoney ? asked : { ...asked, billing: null }
  const condition = meant(on, actor, wanted)
  const all = wanted.text ? await found(on, wanted, condition) : null
  const counts = all ? countsIn(all) : await countsOf(on, condition)
  const lastPage = Math.max(1, Math.ceil(counts[wanted.stage] / pageSize))
  const filter = { ...wanted, page: Math.min(wanted.page, lastPage) }
  const ids = all ? onPage(all, filter) : await idsOf(on, filter, condition)
  const rows = await rowsOf(on, ids)
  return {
    filter,
    rows: rows.map((row) => ({ ...row, billing: seesMoney ? row.billing : null })),
    counts,
    requester: filter.requester ? await nameOf(on, filter.requester) : null,
    people: (await assignablePeople(on)).map(({ name }) => name),
    today: await todayOf(on),
  }
}

type Found = { readonly id: number; readonly stage: string }

/** All that a text finds, in order: to look once through every word costs more than to carry what was found. */
async function found(on: On, filter: ListFilter, condition: SQL | undefined): Promise<Found[]> {
  return on
    .select({ id: subpoenas.id, stage: subpoenas.stage })
    .from(subpoenas)
    .where(condition)
    .orderBy(...inOrder(filter.sort))
}

function onPage(all: readonly Found[], { stage, page }: ListFilter): number[] {
  const stages = new Set<string>(stagesOf(stage))
  return all
    .filter((row) => stages.has(row.stage))
    .slice((page - 1) * pageSize, page * pageSize)
    .map(({ id }) => id)
}

async function idsOf(
  on: On,
  { stage, sort, page }: ListFilter,
  condition: SQL | undefined,
): Promise<number[]> {
  const ofStage = stage === 'all' ? undefined : inArray(subpoenas.stage, [...stagesOf(stage)])
  const rows = await on
    .select({ id: subpoenas.id })
    .from(subpoenas)
    .where(and(ofStage, condition))
    .orderBy(...inOrder(sort))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
  return rows.map(({ id }) => id)
}

function countsIn(all: readonly Found[]): StageCounts {
  const counted = new Map<string, number>()
  for (const { stage } of all) counted.set(stage, (counted.get(stage) ?? 0) + 1)
  return withSums(counted)
}

/** Where nothing is asked the closed ones, by far the most, are what is left of all: the others are few. */
async function countsOf(on: On, condition: SQL | undefined): Promise<StageCounts> {
  const few = inArray(
    subpoenas.stage,
    stages.filter((stage) => stage !== 'closed'),
  )
  const rows = await on
    .select({ stage: subpoenas.stage, count: count() })
    .from(subpoenas)
    .where(condition ?? few)
    .groupBy(subpoenas.stage)
  const counted = new Map<string, number>(rows.map((row) => [row.stage, row.count]))
  if (condition) return withSums(counted)
  const [all] = await on.select({ count: count() }).from(subpoenas)
  return withSums(counted.set('closed', (all?.count ?? 0) - withSums(counted).all))
}

const stages = Object.keys(stageLabels) as Stage[]

export function stagesOf(choice: StageChoice): readonly Stage[] {
  if (choice === 'all') return stages
  return choice === 'open' ? openStages : [choice]
}

function withSums(counted: ReadonlyMap<string, number>): StageCounts {
  const sumOf = (choice: StageChoice) =>
    stagesOf(choice).reduce((sum, stage) => sum + (counted.get(stage) ?? 0), 0)
  const choices: StageChoice[] = [...stages, 'open', 'all']
  return Object.fromEntries(choices.map((choice) => [choice, sumOf(choice)])) as StageCounts
}

export async function rowsOf(on: On, ids: readonly number[]) {
  if (ids.length === 0) return []
  const rows = await on
    .select({
      id: subpoenas.id,
      reference: subpoenas.reference,
      caption: subpoenas.caption,
      court: subpoenas.court,
      caseNumber: subpoenas.caseNumber,
      requester: requesters.name,
      stage: subpoenas.stage,
      nextChangeOn: subpoenas.nextChangeOn,
      complianceOn: subpoenas.complianceOn,
      billing: subpoenas.billing,
      assignee: people.name,
    })
    .from(subpoenas)
    .innerJoin(requesters, eq(requesters.id, subpoenas.requesterId))
    .leftJoin(people, eq(people.id, subpoenas.assigneeId))
    .where(inArray(subpoenas.id, [...ids]))
  const rowOf = new Map(rows.map(({ id, ...row }) => [id, row]))
  return ids.flatMap((id) => {
    const row = rowOf.get(id)
    return row ? [{ ...row, stage: row.stage as Stage, billing: row.billing as SubpoenaBilling }] : []
  })
}

/** Those without a day come last. An identity is never part of an order. */
function inOrder(sort: Sort): SQL[] {
  if (sort === 'newest') return [desc(subpoenas.id)]
  const day = sort === 'compliance' ? subpoenas.complianceOn : subpoenas.nextChangeOn
  return [sql`${day} asc nulls last`, asc(subpoenas.id)]
}

async function nameOf(on: On, number: string): Promise<string | null> {
  const [row] = await on
    .select({ name: requesters.name })
    .from(requesters)
    .where(eq(requesters.number, number))
  return row?.name ?? null
}
