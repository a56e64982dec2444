import { asc, eq, inArray } from 'drizzle-orm'
import { dayOf } from '#lib/calendar/instant.ts'
import { kindsOf } from '#lib/kinds.ts'
import type { CaseFile, Snapshot } from '#lib/today/case_file.ts'
import { checks, preservations, subpoenas, subscribers, targets } from '../schema.ts'
import type { On } from '../tx.ts'
import { factsOfMany } from './facts_many.ts'
import { bySubpoena, groupedBy, inBatches } from './in_batches.ts'
import { noticeDeliveries } from './notice_deliveries.ts'
import { askedReleases, notObjecting, objectionsOnFile } from './objections_on_file.ts'
import { productionsOnFile } from './productions_on_file.ts'

/** Money that somebody still has to do something about. */
export const openBilling = ['unbilled', 'awaiting-receipt', 'due', 'overdue'] as const

const checkItems = kindsOf('checkItems').length

/**
 * What Today and a subpoena's page know of many subpoenas, by row id, in two dozen questions however many they are.
 * Subscribers stand in it by number and by the language of their letters, and never by name.
 *
 * @param zone The office's, which turns moments into its days.
 */
export async function caseFilesOf(
  on: On,
  ids: readonly number[],
  zone: string,
): Promise<Map<number, CaseFile>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({
        id: subpoenas.id,
        reference: subpoenas.reference,
        servedAt: subpoenas.servedAt,
        billing: subpoenas.billing,
      })
      .from(subpoenas)
      .where(inArray(subpoenas.id, batch)),
  )
  const facts = await factsOfMany(on, ids)
  const snapshots = await snapshotsOf(on, ids, zone)
  const checked = await checksOfMany(on, ids)
  const people = await subscribersOf(on, ids)
  const deliveries = await noticeDeliveries(on, ids, zone)
  const objected = await objectionsOnFile(on, ids, zone)
  const silent = await notObjecting(on, ids)
  const asked = await askedReleases(on, ids, zone)
  const productions = await productionsOnFile(on, ids)
  return new Map(
    rows.flatMap(({ id, reference, servedAt, billing }): [number, CaseFile][] => {
      const own = facts.get(id)
      if (!own) return []
      const file: CaseFile = {
        reference,
        facts: own,
        servedOn: dayOf(servedAt, zone),
        snapshots: snapshots.get(id) ?? [],
        checks: checked.get(id) ?? { done: 0, failed: 0, of: checkItems },
        subscribers: people.get(id) ?? new Map(),
        pendingNotices: deliveries.get(id)?.pending ?? [],
        failedNotices: deliveries.get(id)?.failed ?? new Map(),
        objections: objected.get(id) ?? [],
        doesNotObject: silent.has(id),
        askedReleases: asked.get(id) ?? [],
        productions: productions.get(id) ?? [],
        hasMoneyOpen: (openBilling as readonly string[]).includes(billing),
      }
      return [[id, file]]
    }),
  )
}

async function snapshotsOf(on: On, ids: readonly number[], zone: string): Promise<Map<number, Snapshot[]>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({
        subpoenaId: preservations.subpoenaId,
        askedOf: preservations.askedOf,
        askedAt: preservations.askedAt,
        logsLostOn: preservations.logsLostOn,
        doneAt: preservations.doneAt,
      })
      .from(preservations)
      .where(inArray(preservations.subpoenaId, batch))
      .orderBy(asc(preservations.id)),
  )
  return bySubpoena(rows, ({ askedOf, askedAt, logsLostOn, doneAt }) => ({
    askedOf,
    askedOn: dayOf(askedAt, zone),
    logsLostOn,
    done: doneAt !== null,
  }))
}

async function checksOfMany(on: On, ids: readonly number[]): Promise<Map<number, CaseFile['checks']>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({ subpoenaId: checks.subpoenaId, result: checks.result })
      .from(checks)
      .where(inArray(checks.subpoenaId, batch)),
  )
  return new Map(
    [...groupedBy(rows, (row) => row.subpoenaId)].map(([id, own]) => [
      id,
      { done: own.length, failed: own.filter(({ result }) => result === 'failed').length, of: checkItems },
    ]),
  )
}

async function subscribersOf(on: On, ids: readonly number[]): Promise<Map<number, CaseFile['subscribers']>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .selectDistinct({
        subpoenaId: targets.subpoenaId,
        id: subscribers.id,
        number: subscribers.number,
        language: subscribers.language,
      })
      .from(targets)
      .innerJoin(subscribers, eq(subscribers.id, targets.subscriberId))
      .where(inArray(targets.subpoenaId, batch)),
  )
  return new Map(
    [...groupedBy(rows, (row) => row.subpoenaId)].map(([subpoenaId, own]) => [
      subpoenaId,
      new Map(own.map(({ id, number, language }) => [id, { number, language }])),
    ]),
  )
}
