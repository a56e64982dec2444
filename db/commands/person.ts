import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { labelOf, type Role } from '#lib/kinds.ts'
import { refuse } from '#lib/person/refusals.ts'
import { accept } from '#lib/result.ts'
import { command } from '../command.ts'
import { otherAdministrators, personByName, rolesOf } from '../queries/people.ts'
import { refuse as refuseAny } from '../refusals.ts'
import { people, personRoles } from '../schema.ts'
import { endSessionsOf } from '../sessions.ts'
import type { Tx } from '../tx.ts'

const person = fields.neededLine(120)
const roles = z.array(fields.kind('roles')).min(1, 'Choose at least one role.').max(6)

/** What a person may do here. Nobody changes their own roles, so nobody grants themselves one. */
export const changeRoles = command({
  name: 'change-roles',
  may: ['administrator'],
  inPerson: true,
  input: z.strictObject({ person, roles, version: fields.version }),
  seenBy: 'all',
  async run({ tx, actor }, input) {
    const found = await personByName(tx, input.person)
    if (!found) return refuseAny('no-such-person', {}, 'person')
    if (found.id === actor.id) return refuse('own-roles', {}, 'roles')
    if (found.version !== input.version) return refuseAny('edited-meanwhile', { by: 'Another administrator' })
    if (!input.roles.includes('administrator') && (await isLastAdministrator(tx, found.id)))
      return refuse('last-administrator', {}, 'roles')
    await giveRoles(tx, found.id, input.roles)
    await tx
      .update(people)
      .set({ version: sql`${people.version} + 1` })
      .where(eq(people.id, found.id))
    return accept({ person: found.name, roles: await rolesOf(tx, found.id) })
  },
  tells: (_input, value) => ({
    sentence: `Gave ${value.person} these roles: ${rolesInWords(value.roles)}.`,
    facts: { roles: value.roles },
  }),
})

/** Ends what a person may do here, from their next request on. What they did stays theirs. */
export const disablePerson = command({
  name: 'disable-person',
  may: ['administrator'],
  input: z.strictObject({ person }),
  seenBy: 'all',
  async run({ tx, actor, now }, input) {
    const found = await personByName(tx, input.person)
    if (!found || found.disabledAt !== null) return refuseAny('no-such-person', {}, 'person')
    if (found.id === actor.id) return refuse('own-access', {}, 'person')
    if (await isLastAdministrator(tx, found.id)) return refuse('last-administrator', {}, 'person')
    await tx
      .update(people)
      .set({ disabledAt: now, version: sql`${people.version} + 1` })
      .where(eq(people.id, found.id))
    const ended = await endSessionsOf(tx, { personId: found.id, why: 'disabled', now })
    return accept({ person: found.name, ended })
  },
  tells: (_input, value) => ({
    sentence: `Disabled ${value.person}; their sessions ended (${value.ended}).`,
  }),
})

/** Lets a disabled person in again, with the password and the second factor that they had. */
export const enablePerson = command({
  name: 'enable-person',
  may: ['administrator'],
  inPerson: true,
  input: z.strictObject({ person }),
  seenBy: 'all',
  async run({ tx }, input) {
    const found = await personByName(tx, input.person)
    if (!found || found.disabledAt === null) return refuseAny('no-such-person', {}, 'person')
    await tx
      .update(people)
      .set({ disabledAt: null, version: sql`${people.version} + 1` })
      .where(eq(people.id, found.id))
    return accept({ person: found.name })
  },
  tells: (_input, value) => ({ sentence: `Enabled ${value.person} again.` }),
})

/** Signs a person out everywhere. They may sign in again. */
export const endSessions = command({
  name: 'end-sessions',
  may: ['administrator'],
  input: z.strictObject({ person }),
  seenBy: 'all',
  async run({ tx, now }, input) {
    const found = await personByName(tx, input.person)
    if (!found) return refuseAny('no-such-person', {}, 'person')
    const ended = await endSessionsOf(tx, { personId: found.id, why: 'ended-by-administrator', now })
    return accept({ person: found.name, ended })
  },
  tells: (_input, value) => ({ sentence: `Ended the sessions of ${value.person} (${value.ended}).` }),
})

/** These roles and no others. */
export async function giveRoles(tx: Tx, personId: number, given: readonly Role[]): Promise<void> {
  await tx.delete(personRoles).where(and(eq(personRoles.personId, personId)))
  const rows = [...new Set(given)].map((role) => ({ personId, role }))
  if (rows.length > 0) await tx.insert(personRoles).values(rows)
}

export const rolesInWords = (given: readonly Role[]): string =>
  given.map((role) => labelOf('roles', role).toLowerCase()).join(', ')

async function isLastAdministrator(tx: Tx, personId: number): Promise<boolean> {
  const held = await rolesOf(tx, personId)
  return held.includes('administrator') && (await otherAdministrators(tx, personId)) === 0
}
