/** What the parts about judging, terms, preservation and notes ask, each for those who see the case. */
import { asc, desc, eq } from 'drizzle-orm'
import { type Actor, caseReaders, mustBe } from '#lib/access/actor.ts'
import { suggestions } from '#lib/review/checklist.ts'
import { loadSubpoena, subpoenaRow } from '../load.ts'
import { decisions, notes, people, preservations, termsEvents } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { checksOf } from './checks.ts'
import { officeZone, todayOf } from './office.ts'
import { paperFacts, paperOfRow, requesterById, targetsOf } from './particulars.ts'

/** The checklist as it stands, with what the facts suggest, and the decisions so far. */
export async function reviewOf(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const on = reader()
  const loaded = await loadSubpoena(on, reference)
  if (!loaded) return null
  const { row, facts } = loaded
  const [zone, today] = [await officeZone(on), await todayOf(on)]
  const decided = await on
    .select({
      kind: decisions.kind,
      reason: decisions.reason,
      deficiencies: decisions.deficiencies,
      at: decisions.at,
      by: people.name,
    })
    .from(decisions)
    .innerJoin(people, eq(people.id, decisions.byId))
    .where(eq(decisions.subpoenaId, row.id))
    .orderBy(asc(decisions.id))
  return {
    row,
    facts,
    zone,
    today,
    checks: await checksOf(on, row.id),
    suggestions: suggestions(paperFacts(row, await targetsOf(on, row.id), zone)),
    decisions: decided,
    paper: await paperOfRow(on, row),
    isPreservationAsked: (await preservationsOf(on, row.id)).length > 0,
  }
}

/** What became of the terms, the first first. */
export async function termsOf(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const on = reader()
  const loaded = await loadSubpoena(on, reference)
  if (!loaded) return null
  const events = await on
    .select({
      kind: termsEvents.kind,
      reason: termsEvents.reason,
      onDate: termsEvents.onDate,
      at: termsEvents.at,
      by: people.name,
      fileSha256: termsEvents.fileSha256,
    })
    .from(termsEvents)
    .innerJoin(people, eq(people.id, termsEvents.byId))
    .where(eq(termsEvents.subpoenaId, loaded.row.id))
    .orderBy(asc(termsEvents.id))
  return {
    ...loaded,
    events,
    zone: await officeZone(on),
    today: await todayOf(on),
    requester: await requesterById(on, loaded.row.requesterId),
  }
}

/** What was asked to be kept, the first first: its place is its number. */
export async function preservationOf(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const on = reader()
  const row = await subpoenaRow(on, reference)
  if (!row) return null
  return {
    row,
    zone: await officeZone(on),
    today: await todayOf(on),
    asked: await preservationsOf(on, row.id),
  }
}

async function preservationsOf(on: On, subpoenaId: number) {
  const names = new Map(
    (await on.select({ id: people.id, name: people.name }).from(people)).map((row) => [row.id, row.name]),
  )
  const rows = await on
    .select()
    .from(preservations)
    .where(eq(preservations.subpoenaId, subpoenaId))
    .orderBy(asc(preservations.id))
  return rows.map(({ askedOf, askedAt, askedById, logsLostOn, doneAt, doneById, doneNote }, index) => ({
    ...{ number: index + 1, askedOf, askedAt, logsLostOn, doneAt, doneNote },
    askedBy: names.get(askedById) ?? '',
    doneBy: doneById === null ? null : (names.get(doneById) ?? ''),
  }))
}

/** The notes, the newest first. */
export async function notesOf(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const on = reader()
  const row = await subpoenaRow(on, reference)
  if (!row) return null
  const rows = await on
    .select({ text: notes.text, at: notes.at, by: people.name })
    .from(notes)
    .innerJoin(people, eq(people.id, notes.byId))
    .where(eq(notes.subpoenaId, row.id))
    .orderBy(desc(notes.id))
  return { row, notes: rows, zone: await officeZone(on), today: await todayOf(on) }
}
