import { asc, eq, inArray } from 'drizzle-orm'
import { type Actor, caseReaders, identityReaders, isPermitted, mustBe } from '#lib/access/actor.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import { againstLeaving } from '#lib/production/leaving.ts'
import { blockers } from '#lib/subpoena/release.ts'
import { type Obstacle, obstacleOf } from '#lib/today/obstacles.ts'
import { type Loaded, loadSubpoena } from '../load.ts'
import { theOffice } from '../open_office.ts'
import { type LoadedProduction, loadProduction, targetsOf } from '../production/load.ts'
import { releasedTo, requesterAsRecipient } from '../production/recipient.ts'
import { files, people, productions, shipments } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { type CaseHead, caseHead } from './case_head.ts'
import { officeZone, todayOf } from './office.ts'
import { casesToday } from './open_cases.ts'

/** One production on the list of its subpoena: what and how far, and not what it holds. */
export async function productionsOf(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const on = reader()
  const loaded = await loadSubpoena(on, reference)
  if (!loaded) return null
  const rows = await on
    .select()
    .from(productions)
    .where(eq(productions.subpoenaId, loaded.row.id))
    .orderBy(asc(productions.number))
  const names = await namesOf(on)
  const sent = await shipmentsOf(
    on,
    rows.map((row) => row.id),
  )
  const lines = await Promise.all(
    rows.map(async ({ id, ...row }) => {
      const production = await loadProduction(on, loaded.row.id, row.number)
      return {
        ...row,
        targets: production ? targetsOf(production) : [],
        preparedBy: names.get(row.preparedById) ?? '',
        releasedBy: row.releasedById === null ? null : (names.get(row.releasedById) ?? ''),
        shipments: sent.filter((shipment) => shipment.productionId === id),
      }
    }),
  )
  return { lines, today: await todayOf(on) }
}

export type ProductionLine = NonNullable<Awaited<ReturnType<typeof productionsOf>>>['lines'][number]

/**
 * One production for those who release and ship it: its items, its papers, what stands in its way at this moment, and
 * how it left. Who may not see subscribers gets the items without what they are. Null when there is none.
 */
export async function productionPage(actor: Actor, reference: string, number: number) {
  const head = await caseHead(actor, reference)
  const on = reader()
  const loaded = await loadSubpoena(on, reference)
  const production = loaded && (await loadProduction(on, loaded.row.id, number))
  if (!head || !loaded || !production) return null
  const { row } = production
  const seesItems = isPermitted(actor, identityReaders)
  const names = await namesOf(on)
  return {
    head,
    row,
    seesItems,
    items: await itemsOf(on, production, head, seesItems),
    targets: targetsOf(production),
    preparedBy: names.get(row.preparedById) ?? '',
    releasedBy: row.releasedById === null ? null : (names.get(row.releasedById) ?? ''),
    setAsideBy: row.setAsideById === null ? null : (names.get(row.setAsideById) ?? ''),
    shipments: await shipmentsOf(on, [row.id]),
    obstacles: await obstaclesOf(on, loaded, production),
    /** To whom it was released, or would be now. */
    recipient: releasedTo(row) ?? (await requesterAsRecipient(on, loaded.row.requesterId)),
  }
}

export type ProductionPage = NonNullable<Awaited<ReturnType<typeof productionPage>>>

/** What stands in the way of a production that is prepared, or of one that was released and has not left. */
async function obstaclesOf(on: On, loaded: Loaded, production: LoadedProduction): Promise<Obstacle[]> {
  const { row } = production
  if (row.setAsideAt !== null) return []
  const zone = await officeZone(on)
  const now = theOffice().clock()
  const moment = { now, zone, today: dayOf(now, zone) }
  const given = (await casesToday(on, [loaded.row.id], moment)).get(loaded.row.id)
  if (!given) return []
  const ask = row.releasedAt === null ? blockers : againstLeaving
  const targets = targetsOf(production)
  const found = ask(loaded.facts, targets, loaded.calendar, moment)
  return found.map((blocker) => obstacleOf(blocker, given, targets.length))
}

async function itemsOf(on: On, { items }: LoadedProduction, head: CaseHead, seesItems: boolean) {
  const hashes = items.flatMap(({ fileSha256 }) => (fileSha256 ? [fileSha256] : []))
  const stored = hashes.length === 0 ? [] : await on.select().from(files).where(inArray(files.sha256, hashes))
  return items.map(({ target, description, pages, fileSha256, batesFirst, batesLast }) => ({
    target,
    line: head.targets.find((line) => line.number === target) ?? null,
    description: seesItems ? description : null,
    pages,
    ...{ batesFirst, batesLast },
    file: seesItems ? (stored.find(({ sha256 }) => sha256 === fileSha256) ?? null) : null,
  }))
}

async function shipmentsOf(on: On, productionIds: readonly number[]) {
  if (productionIds.length === 0) return []
  return on
    .select({
      productionId: shipments.productionId,
      number: shipments.number,
      method: shipments.method,
      trackingNumber: shipments.trackingNumber,
      sentTo: shipments.sentTo,
      sentOn: shipments.sentOn,
      deliveredOn: shipments.deliveredOn,
      elsewhereWhy: shipments.elsewhereWhy,
      by: people.name,
    })
    .from(shipments)
    .innerJoin(people, eq(people.id, shipments.byId))
    .where(inArray(shipments.productionId, [...productionIds]))
    .orderBy(asc(shipments.id))
}

async function namesOf(on: On): Promise<Map<number, string>> {
  const rows = await on.select({ id: people.id, name: people.name }).from(people)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
