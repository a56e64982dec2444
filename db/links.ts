import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Instant } from '#lib/calendar/instant.ts'
import { invitations, people } from './schema.ts'
import { keyed } from './seal.ts'
import { hashOfToken, newToken } from './sessions.ts'
import type { On, Tx } from './tx.ts'

const hour = 3_600_000

export type LinkPurpose = 'invite' | 'reset'

/** Milliseconds that a one-time link opens its page: seven days for an invitation, one for a reset. */
const linkLife = { invite: 7 * 24 * hour, reset: 24 * hour } as const satisfies Record<LinkPurpose, number>

/** Where each link leads. */
export const linkPath = { invite: '/invitation', reset: '/reset' } as const satisfies Record<
  LinkPurpose,
  string
>

/**
 * The token of a new link. One and the same for a form that was sent twice, so that the second answer shows the link
 * that the first one made.
 */
export function linkToken(submission: string | undefined): { readonly token: string; readonly hash: string } {
  if (!submission) return newToken()
  const token = keyed('one-time link', submission).toString('base64url')
  return { token, hash: hashOfToken(token) }
}

export type Link = {
  readonly id: number
  readonly purpose: LinkPurpose
  readonly person: typeof people.$inferSelect
  readonly expiresAt: Instant
}

/** The link behind a token's hash while it opens: unused, in time, its person not disabled. */
export async function openLink(on: On, tokenHash: string, now: Instant): Promise<Link | null> {
  const [row] = await on
    .select({ link: invitations, person: people })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.personId))
    .where(
      and(
        eq(invitations.tokenHash, tokenHash),
        isNull(invitations.usedAt),
        gt(invitations.expiresAt, now),
        isNull(people.disabledAt),
      ),
    )
  return row ? { ...row.link, person: row.person } : null
}

/** Makes a link for a person; the ones before it open nothing any more. */
export async function makeLink(
  tx: Tx,
  link: { personId: number; purpose: LinkPurpose; tokenHash: string; now: Instant },
): Promise<void> {
  const { personId, purpose, tokenHash, now } = link
  await tx
    .update(invitations)
    .set({ expiresAt: now })
    .where(
      and(eq(invitations.personId, personId), isNull(invitations.usedAt), gt(invitations.expiresAt, now)),
    )
  const expiresAt = (now + linkLife[purpose]) as Instant
  await tx.insert(invitations).values({ personId, purpose, tokenHash, createdAt: now, expiresAt })
}
