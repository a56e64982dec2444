import { asc, eq, gt } from 'drizzle-orm'
import { alias } from '../columns.ts'
import {
  decisions,
  notes,
  people,
  policies,
  preservations,
  requesters,
  subpoenas,
  subscribers,
  targets,
  termsEvents,
} from '../schema.ts'
import { atOnce, caseCarriers, type ExportedNoun } from './noun.ts'

const billTo = alias(requesters, 'bill_to')
const assignee = alias(people, 'assignee')
const doneBy = alias(people, 'done_by')
const mine = { may: caseCarriers, isIdentity: false } as const

/** What was served, what it seeks, and what was decided about it. */
export const caseNouns: readonly ExportedNoun[] = [
  {
    ...{ name: 'subpoenas', label: 'Subpoenas', ...mine },
    after: (on, id) =>
      on
        .select({
          id: subpoenas.id,
          reference: subpoenas.reference,
          formerReference: subpoenas.formerReference,
          stage: subpoenas.stage,
          billing: subpoenas.billing,
          processType: subpoenas.processType,
          court: subpoenas.court,
          county: subpoenas.county,
          issuingState: subpoenas.issuingState,
          caption: subpoenas.caption,
          caseNumber: subpoenas.caseNumber,
          issuingParty: subpoenas.issuingParty,
          issuingAttorney: subpoenas.issuingAttorney,
          issuedOn: subpoenas.issuedOn,
          requester: requesters.number,
          requesterName: requesters.name,
          billTo: billTo.number,
          obligor: subpoenas.obligor,
          serviceMethod: subpoenas.serviceMethod,
          servedAt: subpoenas.servedAt,
          receivedAt: subpoenas.receivedAt,
          deemedReceivedOn: subpoenas.deemedReceivedOn,
          complianceOn: subpoenas.complianceOn,
          complianceTime: subpoenas.complianceTime,
          compliancePlace: subpoenas.compliancePlace,
          recordsRequested: subpoenas.recordsRequested,
          policyVersion: subpoenas.policyVersion,
          holdDays: policies.holdDays,
          paperSha256: subpoenas.paperSha256,
          assignee: assignee.name,
          loggedAt: subpoenas.loggedAt,
          loggedBy: people.name,
        })
        .from(subpoenas)
        .innerJoin(requesters, eq(requesters.id, subpoenas.requesterId))
        .innerJoin(billTo, eq(billTo.id, subpoenas.billToId))
        .innerJoin(policies, eq(policies.version, subpoenas.policyVersion))
        .innerJoin(people, eq(people.id, subpoenas.loggedById))
        .leftJoin(assignee, eq(assignee.id, subpoenas.assigneeId))
        .where(gt(subpoenas.id, id))
        .orderBy(asc(subpoenas.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'targets', label: 'Targets', ...mine },
    after: (on, id) =>
      on
        .select({
          id: targets.id,
          subpoena: subpoenas.reference,
          number: targets.number,
          kind: targets.kind,
          identifier: targets.identifier,
          period: targets.period,
          subscriber: subscribers.number,
          noneFound: targets.noneFound,
          searched: targets.searched,
          resolvedAt: targets.resolvedAt,
          resolvedBy: people.name,
        })
        .from(targets)
        .innerJoin(subpoenas, eq(subpoenas.id, targets.subpoenaId))
        .leftJoin(subscribers, eq(subscribers.id, targets.subscriberId))
        .leftJoin(people, eq(people.id, targets.resolvedById))
        .where(gt(targets.id, id))
        .orderBy(asc(targets.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'decisions', label: 'Decisions', ...mine },
    after: (on, id) =>
      on
        .select({
          id: decisions.id,
          subpoena: subpoenas.reference,
          kind: decisions.kind,
          reason: decisions.reason,
          deficiencies: decisions.deficiencies,
          decidedOn: decisions.decidedOn,
          at: decisions.at,
          by: people.name,
        })
        .from(decisions)
        .innerJoin(subpoenas, eq(subpoenas.id, decisions.subpoenaId))
        .innerJoin(people, eq(people.id, decisions.byId))
        .where(gt(decisions.id, id))
        .orderBy(asc(decisions.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'terms', label: 'Terms of compensation', ...mine },
    after: (on, id) =>
      on
        .select({
          id: termsEvents.id,
          subpoena: subpoenas.reference,
          kind: termsEvents.kind,
          reason: termsEvents.reason,
          onDate: termsEvents.onDate,
          at: termsEvents.at,
          by: people.name,
        })
        .from(termsEvents)
        .innerJoin(subpoenas, eq(subpoenas.id, termsEvents.subpoenaId))
        .innerJoin(people, eq(people.id, termsEvents.byId))
        .where(gt(termsEvents.id, id))
        .orderBy(asc(termsEvents.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'preservations', label: 'Preservations', ...mine },
    after: (on, id) =>
      on
        .select({
          id: preservations.id,
          subpoena: subpoenas.reference,
          askedOf: preservations.askedOf,
          logsLostOn: preservations.logsLostOn,
          askedAt: preservations.askedAt,
          askedBy: people.name,
          doneAt: preservations.doneAt,
          doneBy: doneBy.name,
          doneNote: preservations.doneNote,
        })
        .from(preservations)
        .innerJoin(subpoenas, eq(subpoenas.id, preservations.subpoenaId))
        .innerJoin(people, eq(people.id, preservations.askedById))
        .leftJoin(doneBy, eq(doneBy.id, preservations.doneById))
        .where(gt(preservations.id, id))
        .orderBy(asc(preservations.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'notes', label: 'Notes', ...mine },
    after: (on, id) =>
      on
        .select({
          id: notes.id,
          subpoena: subpoenas.reference,
          text: notes.text,
          at: notes.at,
          by: people.name,
        })
        .from(notes)
        .innerJoin(subpoenas, eq(subpoenas.id, notes.subpoenaId))
        .innerJoin(people, eq(people.id, notes.byId))
        .where(gt(notes.id, id))
        .orderBy(asc(notes.id))
        .limit(atOnce),
  },
]
