import { and, asc, desc, eq, isNotNull, isNull, max, ne, or, sql } from 'drizzle-orm'
import { type Actor, mustBe } from '#lib/access/actor.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { kindsOf, type Role } from '#lib/kinds.ts'
import { isResting } from '#lib/person/lockout.ts'
import { isRunning } from '#lib/person/session.ts'
import { theOffice } from '../open_office.ts'
import { invitations, people, personRoles, recoveryCodes, sessions } from '../schema.ts'
import { type On, reader } from '../tx.ts'

export type Person = typeof people.$inferSelect

/** A person by their name, whatever its capitals. Neither a machine nor the clockwork is one. */
export async function personByName(on: On, name: string): Promise<Person | null> {
  const [row] = await on
    .select()
    .from(people)
    .where(and(eq(people.kind, 'person'), sql`lower(${people.name}) = lower(${name.trim()})`))
  return row ?? null
}

export async function personById(on: On, id: number): Promise<Person | null> {
  const [row] = await on
    .select()
    .from(people)
    .where(and(eq(people.kind, 'person'), eq(people.id, id)))
  return row ?? null
}

/** A person by what they sign in with: their name or their e-mail address. */
export async function personForSignIn(on: On, nameOrEmail: string): Promise<Person | null> {
  const wanted = nameOrEmail.trim()
  const rows = await on
    .select()
    .from(people)
    .where(
      and(
        eq(people.kind, 'person'),
        or(
          sql`lower(${people.name}) = lower(${wanted})`,
          and(ne(people.email, ''), sql`lower(${people.email}) = lower(${wanted})`),
        ),
      ),
    )
  return rows.length === 1 ? (rows[0] ?? null) : null
}

/** The roles of a person, in the order in which the screen names them. */
export async function rolesOf(on: On, personId: number): Promise<Role[]> {
  const rows = await on
    .select({ role: personRoles.role })
    .from(personRoles)
    .where(eq(personRoles.personId, personId))
  const held = new Set(rows.map(({ role }) => role))
  return kindsOf('roles').filter((role) => held.has(role))
}

/** How many people besides this one can sign in and are administrators. */
export async function otherAdministrators(on: On, personId: number): Promise<number> {
  const canSignIn = theOffice().kind === 'sample' ? undefined : isNotNull(people.passwordHash)
  const rows = await on
    .select({ id: people.id })
    .from(people)
    .innerJoin(personRoles, eq(personRoles.personId, people.id))
    .where(
      and(
        eq(personRoles.role, 'administrator'),
        eq(people.kind, 'person'),
        ne(people.id, personId),
        isNull(people.disabledAt),
        canSignIn,
      ),
    )
  return rows.length
}

export type PersonLine = {
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly state: 'active' | 'invited' | 'link-over' | 'resting' | 'disabled'
  readonly lastSeenAt: Instant | null
  readonly openSessions: number
  /** Until when an unused link of theirs opens. */
  readonly linkUntilAt: Instant | null
  readonly hasSecondFactor: boolean
  readonly version: number
}

/** Everybody who works here or did, by name. */
export async function peopleOfOffice(actor: Actor): Promise<PersonLine[]> {
  mustBe(actor, ['administrator', 'auditor'])
  const on = reader()
  const now = theOffice().clock()
  const [rows, roles, seen, open, links] = [
    await on.select().from(people).where(eq(people.kind, 'person')).orderBy(asc(people.name)),
    await on.select().from(personRoles),
    await on
      .select({ personId: sessions.personId, at: max(sessions.lastSeenAt) })
      .from(sessions)
      .where(eq(sessions.stage, 'full'))
      .groupBy(sessions.personId),
    await on
      .select()
      .from(sessions)
      .where(and(eq(sessions.stage, 'full'), isNull(sessions.endedAt))),
    await on.select().from(invitations).where(isNull(invitations.usedAt)),
  ]
  return rows.map((person) => {
    const own = <Row extends { personId: number }>(all: readonly Row[]) =>
      all.filter(({ personId }) => personId === person.id)
    const held = new Set(own(roles).map(({ role }) => role))
    const linkUntilAt = own(links).find(({ expiresAt }) => expiresAt > now)?.expiresAt ?? null
    return {
      name: person.name,
      email: person.email,
      roles: kindsOf('roles').filter((role) => held.has(role)),
      state: stateOf(person, linkUntilAt, now),
      lastSeenAt: own(seen)[0]?.at ?? null,
      openSessions: own(open).filter((session) => isRunning(session, now)).length,
      linkUntilAt,
      hasSecondFactor: person.totpSecret !== null,
      version: person.version,
    }
  })
}

function stateOf(person: Person, linkUntilAt: Instant | null, now: Instant): PersonLine['state'] {
  if (person.disabledAt !== null) return 'disabled'
  if (person.passwordHash === null && theOffice().kind === 'real')
    return linkUntilAt === null ? 'link-over' : 'invited'
  return isResting(person, now) ? 'resting' : 'active'
}

/** One of them. */
export async function personLine(actor: Actor, name: string): Promise<PersonLine | null> {
  const wanted = name.toLowerCase()
  return (await peopleOfOffice(actor)).find((person) => person.name.toLowerCase() === wanted) ?? null
}

/** Whom a visitor of the sample office may sign in as. In a real office there is nobody to choose. */
export async function samplePeople(): Promise<{ name: string; roles: Role[] }[]> {
  if (theOffice().kind !== 'sample') return []
  const on = reader()
  const rows = await on
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.kind, 'person'), isNull(people.disabledAt)))
    .orderBy(asc(people.id))
  const found: { name: string; roles: Role[] }[] = []
  for (const { id, name } of rows) found.push({ name, roles: await rolesOf(on, id) })
  return found
}

export type OwnSession = {
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  readonly isThisOne: boolean
}

/** What a signed-in person may know of their own sign-in. */
export async function ownAccount(actor: Actor): Promise<{
  email: string
  codesLeft: number
  sessions: OwnSession[]
} | null> {
  mustBe(actor, ['anyone'])
  const on = reader()
  const now = theOffice().clock()
  const person = await personById(on, actor.id)
  if (!person) return null
  const codes = await on
    .select({ id: recoveryCodes.id })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, actor.id), isNull(recoveryCodes.usedAt)))
  const open = await on
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, actor.id), eq(sessions.stage, 'full'), isNull(sessions.endedAt)))
    .orderBy(desc(sessions.lastSeenAt))
  return {
    email: person.email,
    codesLeft: codes.length,
    sessions: open
      .filter((session) => isRunning(session, now))
      .map(({ id, createdAt, lastSeenAt }) => ({
        createdAt,
        lastSeenAt,
        isThisOne: id === actor.sessionId,
      })),
  }
}
