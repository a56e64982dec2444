import { asc, eq, gt } from 'drizzle-orm'
import { alias } from '../columns.ts'
import {
  history,
  invoices,
  people,
  productionItems,
  productions,
  shipments,
  subpoenas,
  targets,
} from '../schema.ts'
import { atOnce, caseCarriers, type ExportedNoun } from './noun.ts'

const releasedBy = alias(people, 'released_by')
const mine = { may: caseCarriers, isIdentity: false } as const

/** What left, and the history of everything. */
export const leavingNouns: readonly ExportedNoun[] = [
  {
    ...{ name: 'productions', label: 'Productions', ...mine },
    after: (on, id) =>
      on
        .select({
          id: productions.id,
          subpoena: subpoenas.reference,
          number: productions.number,
          kind: productions.kind,
          pages: productions.pages,
          batesFirst: productions.batesFirst,
          batesLast: productions.batesLast,
          preparedAt: productions.preparedAt,
          preparedBy: people.name,
          setAsideAt: productions.setAsideAt,
          setAsideWhy: productions.setAsideWhy,
          releasedOn: productions.releasedOn,
          releasedBy: releasedBy.name,
          releaseReason: productions.releaseReason,
        })
        .from(productions)
        .innerJoin(subpoenas, eq(subpoenas.id, productions.subpoenaId))
        .innerJoin(people, eq(people.id, productions.preparedById))
        .leftJoin(releasedBy, eq(releasedBy.id, productions.releasedById))
        .where(gt(productions.id, id))
        .orderBy(asc(productions.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'production-items', label: 'What productions hold', ...mine },
    after: (on, id) =>
      on
        .select({
          id: productionItems.id,
          subpoena: subpoenas.reference,
          production: productions.number,
          target: targets.number,
          description: productionItems.description,
          pages: productionItems.pages,
          batesFirst: productionItems.batesFirst,
          batesLast: productionItems.batesLast,
          fileSha256: productionItems.fileSha256,
        })
        .from(productionItems)
        .innerJoin(productions, eq(productions.id, productionItems.productionId))
        .innerJoin(subpoenas, eq(subpoenas.id, productions.subpoenaId))
        .innerJoin(targets, eq(targets.id, productionItems.targetId))
        .where(gt(productionItems.id, id))
        .orderBy(asc(productionItems.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'shipments', label: 'Shipments', ...mine },
    after: (on, id) =>
      on
        .select({
          id: shipments.id,
          subpoena: subpoenas.reference,
          production: productions.number,
          number: shipments.number,
          method: shipments.method,
          trackingNumber: shipments.trackingNumber,
          sentTo: shipments.sentTo,
          sentOn: shipments.sentOn,
          deliveredOn: shipments.deliveredOn,
          at: shipments.at,
          by: people.name,
        })
        .from(shipments)
        .innerJoin(productions, eq(productions.id, shipments.productionId))
        .innerJoin(subpoenas, eq(subpoenas.id, productions.subpoenaId))
        .innerJoin(people, eq(people.id, shipments.byId))
        .where(gt(shipments.id, id))
        .orderBy(asc(shipments.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'history', label: 'History', ...mine },
    after: (on, id) =>
      on
        .select({
          id: history.sequence,
          sequence: history.sequence,
          at: history.at,
          actor: people.name,
          command: history.command,
          subpoena: subpoenas.reference,
          invoice: invoices.number,
          payload: history.payload,
          payloadHash: history.payloadHash,
          mac: history.mac,
        })
        .from(history)
        .innerJoin(people, eq(people.id, history.actorId))
        .leftJoin(subpoenas, eq(subpoenas.id, history.subpoenaId))
        .leftJoin(invoices, eq(invoices.id, history.invoiceId))
        .where(gt(history.sequence, id))
        .orderBy(asc(history.sequence))
        .limit(atOnce),
  },
]
