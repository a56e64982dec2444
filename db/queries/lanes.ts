import type { Actor } from '#lib/access/actor.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { laneOf } from '#lib/subpoena/lane.ts'
import { loadSubpoena } from '../load.ts'
import { reader } from '../tx.ts'
import { type CaseHead, caseHead, type TargetLine } from './case_head.ts'
import { identitiesOf } from './identity.ts'
import { type NoticeLine, noticeLines } from './notices.ts'
import { type ObjectionLine, objectionsOf } from './objections.ts'

/** One lane as the subpoena's page shows it: target, last notice, hold and release with their derivations, objections. */
export type LaneLine = TargetLine &
  ReturnType<typeof laneOf> & {
    readonly found: 'subscriber' | 'none' | null
    readonly answered: 'records' | 'no-records' | null
    readonly notice: NoticeLine | null
    readonly bar: { readonly number: number; readonly endsOn: CalendarDate | null } | null
    readonly objections: readonly ObjectionLine[]
    /** Who it is, for who may see it and has said that they look. */
    readonly name: string | null
  }

export type Lanes = {
  readonly head: CaseHead
  readonly inboxLookedAt: Instant | null
  /** Whether names are shown, can be after a look, or are not this actor's to see. */
  readonly names: 'shown' | 'hidden' | 'not-yours'
  readonly lanes: readonly LaneLine[]
}

/**
 * The lanes of a subpoena today. Null when there is none.
 *
 * @throws NotAllowed for a role that does not see the case.
 */
export async function lanesOf(actor: Actor, reference: string): Promise<Lanes | null> {
  const head = await caseHead(actor, reference)
  const loaded = await loadSubpoena(reader(), reference)
  if (!head || !loaded) return null
  const { facts, calendar } = loaded
  const notices = await noticeLines(reader(), head.id)
  const objected = await objectionsOf(actor, reference)
  const identities = await identitiesOf(actor, reference)
  const lanes = head.targets.flatMap((line): LaneLine[] => {
    const target = facts.targets.find(({ number }) => number === line.number)
    if (!target) return []
    const theirs = notices.filter(
      ({ targets, subscriber }) => targets.includes(line.number) && subscriber === line.subscriber,
    )
    return [
      {
        ...line,
        ...laneOf(target, facts, calendar, head.today),
        found: target.found,
        answered: target.answered,
        notice: theirs.at(-1) ?? null,
        bar: target.bars[0] ?? null,
        objections: objected.filter(({ number }) => target.objections.some((one) => one.number === number)),
        name: identities.state === 'shown' ? (identities.of.get(line.number)?.name ?? null) : null,
      },
    ]
  })
  return { head, inboxLookedAt: facts.inboxLookedAt, names: identities.state, lanes }
}
