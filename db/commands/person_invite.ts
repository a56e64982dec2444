import { and, eq, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { linkLetter } from '#lib/person/letters.ts'
import { refuse } from '#lib/person/refusals.ts'
import { accept } from '#lib/result.ts'
import { type Context, command } from '../command.ts'
import { type LinkPurpose, linkPath, makeLink } from '../links.ts'
import { queueMail } from '../mail/queue.ts'
import { theOffice } from '../open_office.ts'
import { officeRow } from '../queries/office.ts'
import { type Person, personByName } from '../queries/people.ts'
import { refuse as refuseAny } from '../refusals.ts'
import { people, recoveryCodes } from '../schema.ts'
import { sealedLink } from '../sealed_link.ts'
import { endSessionsOf, hashOfToken } from '../sessions.ts'
import { deskAddress } from '../the_desk.ts'
import { giveRoles, rolesInWords } from './person.ts'

/** The token of a one-time link, 32 bytes; its hash is what is stored. */
const linkToken = z
  .string()
  .regex(/^[\w-]{43}$/, 'The token of a link.')
  .meta({ examples: ['x'.repeat(43)] })

/** Adds a person with their roles, and mails them the link by which they choose a password. */
export const invitePerson = command({
  name: 'invite-person',
  may: ['administrator'],
  inPerson: true,
  input: z.strictObject({
    name: fields.neededLine(120),
    email: fields.emailAddress,
    roles: z.array(fields.kind('roles')).min(1, 'Choose at least one role.').max(6),
    linkToken,
  }),
  seenBy: 'all',
  async run(context, input) {
    const { tx, now } = context
    const name = input.name.trim()
    if (await isNameTaken(context, name)) return refuse('name-taken', { name }, 'name')
    if (await isEmailTaken(context, input.email)) return refuse('email-taken', {}, 'email')
    const [person] = await tx
      .insert(people)
      .values({ kind: 'person', name, email: input.email, createdAt: now })
      .returning()
    if (!person) throw new Error('The person was not written.')
    await giveRoles(tx, person.id, input.roles)
    // In the sample office people are chosen at the door.
    if (theOffice().kind === 'real') await sendLink(context, person, 'invite', input.linkToken)
    return accept({ person: name, roles: input.roles })
  },
  tells: (_input, value) => ({
    sentence: `Invited ${value.person} as ${rolesInWords(value.roles)}.`,
    facts: { roles: value.roles },
  }),
})

/**
 * A link by which a person chooses a password: another invitation for one who has none yet, else a reset. With
 * `secondFactorToo` (a lost telephone) the password and the second factor count no more from this moment, so that
 * nobody who knows the one can set up the other.
 */
export const startReset = command({
  name: 'start-reset',
  may: ['administrator', 'system'],
  inPerson: true,
  input: z.strictObject({ person: fields.neededLine(120), secondFactorToo: z.boolean(), linkToken }),
  seenBy: 'all',
  async run(context, input) {
    const { tx, actor, now } = context
    if (theOffice().kind === 'sample') return refuse('no-sign-in-here')
    const person = await personByName(tx, input.person)
    if (!person) return refuseAny('no-such-person', {}, 'person')
    if (person.id === actor.id) return refuse('own-reset', {}, 'person')
    if (person.disabledAt !== null) return refuse('person-disabled', { name: person.name }, 'person')
    const purpose: LinkPurpose =
      person.passwordHash === null && person.totpSecret === null ? 'invite' : 'reset'
    if (input.secondFactorToo && purpose === 'reset') {
      await tx
        .update(people)
        .set({
          passwordHash: null,
          totpSecret: null,
          totpLastStep: null,
          version: sql`${people.version} + 1`,
        })
        .where(eq(people.id, person.id))
      await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, person.id))
      await endSessionsOf(tx, { personId: person.id, why: 'reset', now })
    }
    // The terminal shows its link itself.
    if (actor.kind === 'system')
      await makeLink(tx, { personId: person.id, purpose, tokenHash: hashOfToken(input.linkToken), now })
    else await sendLink(context, person, purpose, input.linkToken)
    return accept({ person: person.name, purpose })
  },
  tells: ({ secondFactorToo }, { person, purpose }) => {
    if (purpose === 'invite') return { sentence: `Made ${person} another invitation.` }
    const what = secondFactorToo ? 'password and second factor' : 'password'
    return { sentence: `Made ${person} a link to choose a new ${what}.` }
  },
})

async function sendLink(
  context: Context,
  person: Person,
  purpose: LinkPurpose,
  token: string,
): Promise<void> {
  const { tx, actor, now } = context
  await makeLink(tx, { personId: person.id, purpose, tokenHash: hashOfToken(token), now })
  if (person.email === '') return
  const letter = linkLetter({
    purpose,
    person: person.name,
    by: actor.name,
    office: (await officeRow(tx)).name,
    link: sealedLink(linkAddress(purpose, token)),
    opensFor: purpose === 'invite' ? 'seven days' : 'one day',
  })
  await queueMail(context, { kind: 'sign-in', subpoenaId: null, to: person.email, ...letter })
}

/** The address that a person opens, once. */
export function linkAddress(purpose: LinkPurpose, token: string): string {
  return `${deskAddress()}${linkPath[purpose]}?token=${token}`
}

/** Names are told apart in the history, so machines and the clockwork count too. */
export async function isNameTaken({ tx }: Pick<Context, 'tx'>, name: string): Promise<boolean> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(sql`lower(${people.name}) = lower(${name})`)
  return rows.length > 0
}

async function isEmailTaken({ tx }: Context, email: string): Promise<boolean> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(ne(people.email, ''), sql`lower(${people.email}) = lower(${email})`))
  return rows.length > 0
}
