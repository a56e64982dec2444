import { asc, eq, gt } from 'drizzle-orm'
import { alias } from '../columns.ts'
import {
  earlyReleases,
  notices,
  objections,
  people,
  researchEntries,
  subpoenas,
  subscribers,
} from '../schema.ts'
import { atOnce, caseCarriers, type ExportedNoun } from './noun.ts'

const decidedBy = alias(people, 'decided_by')
const mine = { may: caseCarriers, isIdentity: false } as const

/** What was done for a subpoena before its answer left. Subscribers stand as numbers. */
export const workNouns: readonly ExportedNoun[] = [
  {
    ...{ name: 'notices', label: 'Notices', ...mine },
    after: (on, id) =>
      on
        .select({
          id: notices.id,
          subpoena: subpoenas.reference,
          number: notices.number,
          subscriber: subscribers.number,
          channel: notices.channel,
          language: notices.language,
          copyEnclosed: notices.copyEnclosed,
          postedOn: notices.postedOn,
          effectiveOn: notices.effectiveOn,
          lastDayOn: notices.lastDayOn,
          failedAt: notices.failedAt,
          at: notices.at,
          by: people.name,
        })
        .from(notices)
        .innerJoin(subpoenas, eq(subpoenas.id, notices.subpoenaId))
        .innerJoin(subscribers, eq(subscribers.id, notices.subscriberId))
        .innerJoin(people, eq(people.id, notices.byId))
        .where(gt(notices.id, id))
        .orderBy(asc(notices.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'objections', label: 'Objections', ...mine },
    after: (on, id) =>
      on
        .select({
          id: objections.id,
          subpoena: subpoenas.reference,
          number: objections.number,
          kind: objections.kind,
          targets: objections.targetNumbers,
          filedWhere: objections.filedWhere,
          filedOn: objections.filedOn,
          receivedAt: objections.receivedAt,
          text: objections.text,
          effect: objections.effect,
          extendsToOn: objections.extendsToOn,
          effectReason: objections.effectReason,
          outcome: objections.outcome,
          outcomeOn: objections.outcomeOn,
          outcomeReason: objections.outcomeReason,
          at: objections.at,
          by: people.name,
        })
        .from(objections)
        .innerJoin(subpoenas, eq(subpoenas.id, objections.subpoenaId))
        .innerJoin(people, eq(people.id, objections.byId))
        .where(gt(objections.id, id))
        .orderBy(asc(objections.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'early-releases', label: 'Early releases', ...mine },
    after: (on, id) =>
      on
        .select({
          id: earlyReleases.id,
          subpoena: subpoenas.reference,
          number: earlyReleases.number,
          ground: earlyReleases.ground,
          targets: earlyReleases.targetNumbers,
          opensOn: earlyReleases.opensOn,
          reason: earlyReleases.reason,
          askedAt: earlyReleases.askedAt,
          askedBy: people.name,
          decision: earlyReleases.decision,
          decisionReason: earlyReleases.decisionReason,
          decidedAt: earlyReleases.decidedAt,
          decidedBy: decidedBy.name,
        })
        .from(earlyReleases)
        .innerJoin(subpoenas, eq(subpoenas.id, earlyReleases.subpoenaId))
        .innerJoin(people, eq(people.id, earlyReleases.askedById))
        .leftJoin(decidedBy, eq(decidedBy.id, earlyReleases.decidedById))
        .where(gt(earlyReleases.id, id))
        .orderBy(asc(earlyReleases.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'research', label: 'Research', ...mine },
    after: (on, id) =>
      on
        .select({
          id: researchEntries.id,
          subpoena: subpoenas.reference,
          number: researchEntries.number,
          person: people.name,
          workedOn: researchEntries.workedOn,
          minutes: researchEntries.minutes,
          searched: researchEntries.searched,
          at: researchEntries.at,
        })
        .from(researchEntries)
        .innerJoin(subpoenas, eq(subpoenas.id, researchEntries.subpoenaId))
        .innerJoin(people, eq(people.id, researchEntries.personId))
        .where(gt(researchEntries.id, id))
        .orderBy(asc(researchEntries.id))
        .limit(atOnce),
  },
]
