import { asc, eq } from 'drizzle-orm'
import { type Actor, caseReaders, mustBe } from '#lib/access/actor.ts'
import { earlyReleases, objections, people } from '../schema.ts'
import { reader } from '../tx.ts'
import { subpoenaIdOf } from './ids.ts'

/** The objections of a subpoena, in the order in which they were recorded. */
export async function objectionsOf(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const id = await subpoenaIdOf(reader(), reference)
  const rows = await reader()
    .select({ objection: objections, by: people.name })
    .from(objections)
    .innerJoin(people, eq(people.id, objections.byId))
    .where(eq(objections.subpoenaId, id ?? 0))
    .orderBy(asc(objections.number))
  return rows.map(({ objection: { id: _, subpoenaId, byId, outcomeById, ...objection }, by }) => ({
    ...objection,
    by,
  }))
}

export type ObjectionLine = Awaited<ReturnType<typeof objectionsOf>>[number]

/** The early releases of a subpoena, asked for, approved and refused. */
export async function earlyReleasesOf(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const id = await subpoenaIdOf(reader(), reference)
  const rows = await reader()
    .select()
    .from(earlyReleases)
    .where(eq(earlyReleases.subpoenaId, id ?? 0))
    .orderBy(asc(earlyReleases.number))
  const names = await reader().select({ id: people.id, name: people.name }).from(people)
  const nameOf = new Map(names.map((person) => [person.id, person.name]))
  return rows.map(({ id: _, subpoenaId, decidedById, ...release }) => ({
    ...release,
    askedBy: nameOf.get(release.askedById) ?? '',
    decidedBy: decidedById === null ? null : (nameOf.get(decidedById) ?? ''),
  }))
}
