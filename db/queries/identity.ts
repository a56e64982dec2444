import { and, eq } from 'drizzle-orm'
import { type Actor, caseReaders, mustBe } from '#lib/access/actor.ts'
import { maySeeSubscriber } from '#lib/access/identity.ts'
import { type Loaded, loadSubpoena } from '../load.ts'
import { identityViews, subscribers, targets } from '../schema.ts'
import type { SubscriberRow } from '../subscribers.ts'
import { type On, reader } from '../tx.ts'
import { todayOf } from './office.ts'

export type ShownSubscriber = Omit<SubscriberRow, 'id' | 'createdAt'>

/**
 * Who the subscribers are, for this actor. `not-yours`: not for the role, or not now. `hidden`: the look is to be
 * recorded first (`lookAtIdentity`). `shown`: by target number, only those that the actor may see.
 */
export type Identities =
  | { readonly state: 'not-yours' | 'hidden' }
  | { readonly state: 'shown'; readonly of: ReadonlyMap<number, ShownSubscriber> }

/** Who acts in no session looks once and for all. */
export const sessionIdOf = (actor: Actor): number => actor.sessionId ?? 0

export async function hasLooked(on: On, actor: Actor, subpoenaId: number): Promise<boolean> {
  const [row] = await on
    .select({ at: identityViews.at })
    .from(identityViews)
    .where(
      and(
        eq(identityViews.personId, actor.id),
        eq(identityViews.subpoenaId, subpoenaId),
        eq(identityViews.sessionId, sessionIdOf(actor)),
      ),
    )
  return row !== undefined
}

/**
 * The one loader of who subscribers are: no list, search, log or other query selects their names.
 *
 * @throws NotAllowed for a role that does not see the case.
 */
export async function identitiesOf(actor: Actor, reference: string): Promise<Identities> {
  mustBe(actor, caseReaders)
  const on = reader()
  const loaded = await loadSubpoena(on, reference)
  if (!loaded) return { state: 'not-yours' }
  const visible = await visibleTargets(on, actor, loaded)
  if (visible.length === 0) return { state: 'not-yours' }
  if (!(await hasLooked(on, actor, loaded.row.id))) return { state: 'hidden' }
  const rows = await on
    .select({ number: targets.number, subscriber: subscribers })
    .from(targets)
    .innerJoin(subscribers, eq(subscribers.id, targets.subscriberId))
    .where(eq(targets.subpoenaId, loaded.row.id))
  const shown = rows.filter((row) => visible.includes(row.number))
  return {
    state: 'shown',
    of: new Map(
      shown.map(({ number, subscriber: { id, createdAt, ...subscriber } }) => [number, subscriber]),
    ),
  }
}

async function visibleTargets(on: On, actor: Actor, { facts }: Loaded): Promise<number[]> {
  const today = await todayOf(on)
  return facts.targets
    .filter((target) => target.found === 'subscriber' && maySeeSubscriber(actor, target, facts, today))
    .map(({ number }) => number)
}

/** Who the subscriber of one target is; null while it is not this actor's to see, or the look is not recorded. */
export async function subscriberOf(
  actor: Actor,
  reference: string,
  targetNumber: number,
): Promise<ShownSubscriber | null> {
  const identities = await identitiesOf(actor, reference)
  return identities.state === 'shown' ? (identities.of.get(targetNumber) ?? null) : null
}
