import { and, desc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { formatLong } from '#lib/calendar/format.ts'
import * as fields from '#lib/input.ts'
import { kindsOf, type Role } from '#lib/kinds.ts'
import { refuse } from '#lib/person/refusals.ts'
import { accept } from '#lib/result.ts'
import { type Context, command } from '../command.ts'
import { rolesOf } from '../queries/people.ts'
import { machineTokens, people } from '../schema.ts'
import { machineByName } from '../tokens.ts'
import { giveRoles, rolesInWords } from './person.ts'
import { isNameTaken } from './person_invite.ts'

const machine = fields.neededLine(120)

/**
 * Gives a machine a token, and makes the machine where there is none of that name. It keeps the roles that it was made
 * with: what a token may is known when it is handed over. Another token of the same machine works beside the first.
 */
export const makeMachineToken = command({
  name: 'make-machine-token',
  may: ['administrator', 'system'],
  inPerson: true,
  input: z.strictObject({
    machine,
    roles: z.array(fields.kind('roles')).min(1, 'Choose at least one role.').max(6),
    /** The last day on which the token works; null: until it is revoked. */
    lastDayOn: fields.calendarDate.nullable(),
    /** The SHA-256 of the token: the token itself is shown once, and comes nowhere near the office's records. */
    tokenHash: fields.sha256,
  }),
  seenBy: 'all',
  async run(context, input) {
    const { tx, actor, now, today } = context
    if (input.lastDayOn !== null && input.lastDayOn < today) return refuse('day-is-over', {}, 'lastDayOn')
    const found = await machineWith(context, input)
    if (!found.ok) return found
    const { id, name, roles } = found.value
    const [last] = await tx
      .select({ number: machineTokens.number })
      .from(machineTokens)
      .where(eq(machineTokens.machineId, id))
      .orderBy(desc(machineTokens.number))
      .limit(1)
    const number = (last?.number ?? 0) + 1
    const { tokenHash, lastDayOn } = input
    await tx
      .insert(machineTokens)
      .values({ machineId: id, number, tokenHash, lastDayOn, madeAt: now, madeById: actor.id })
    return accept({ machine: name, token: number, roles })
  },
  tells: ({ lastDayOn }, { machine, token, roles }) => ({
    sentence: `Made token ${token} for the machine ${machine} as ${rolesInWords(roles)}${
      lastDayOn === null ? '' : `, to ${formatLong(lastDayOn)}`
    }.`,
    facts: { token, roles, lastDayOn },
  }),
})

/** Ends a token of a machine, or all that it has; what it did stays in the history under its name. */
export const revokeMachineToken = command({
  name: 'revoke-machine-token',
  may: ['administrator', 'system'],
  inPerson: true,
  input: z.strictObject({
    machine,
    /** The number of the token; null: all of them. */
    token: fields.ordinal.nullable(),
  }),
  seenBy: 'all',
  async run({ tx, actor, now }, input) {
    const found = await machineByName(tx, input.machine)
    if (!found) return refuse('no-such-machine', {}, 'machine')
    const revoked = await tx
      .update(machineTokens)
      .set({ revokedAt: now, revokedById: actor.id })
      .where(
        and(
          eq(machineTokens.machineId, found.id),
          isNull(machineTokens.revokedAt),
          input.token === null ? undefined : eq(machineTokens.number, input.token),
        ),
      )
      .returning({ number: machineTokens.number })
    if (revoked.length === 0) return refuse('no-token-left', { name: found.name }, 'token')
    return accept({
      machine: found.name,
      tokens: revoked.map(({ number }) => number).toSorted((a, b) => a - b),
    })
  },
  tells: (_input, { machine, tokens }) => ({
    sentence: `Revoked ${tokens.length === 1 ? 'token' : 'tokens'} ${tokens.join(', ')} of the machine ${machine}.`,
    facts: { tokens },
  }),
})

/** The machine of that name, made now where nobody has it; refused where a person has, or it has other roles. */
async function machineWith(context: Context, input: { machine: string; roles: readonly Role[] }) {
  const { tx, now } = context
  const known = await machineByName(tx, input.machine)
  const wanted = kindsOf('roles').filter((role) => input.roles.includes(role))
  if (known) {
    const roles = await rolesOf(tx, known.id)
    return roles.join() === wanted.join()
      ? accept({ ...known, roles })
      : refuse('machine-has-roles', { name: known.name, roles: rolesInWords(roles) }, 'roles')
  }
  const name = input.machine.trim()
  if (await isNameTaken(context, name)) return refuse('name-taken', { name }, 'machine')
  const [made] = await tx
    .insert(people)
    .values({ kind: 'machine', name, email: '', createdAt: now })
    .returning({ id: people.id })
  if (!made) throw new Error('The machine was not written.')
  await giveRoles(tx, made.id, wanted)
  return accept({ id: made.id, name, roles: wanted })
}
