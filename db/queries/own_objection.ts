import { eq } from 'drizzle-orm'
import { type Actor, caseReaders, mustBe } from '#lib/access/actor.ts'
import { latest } from '#lib/calendar/date.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import { ownObjectionDay } from '#lib/hold/own.ts'
import { laneOf } from '#lib/subpoena/lane.ts'
import { noRecordsOpenOn } from '#lib/subpoena/release.ts'
import { loadSubpoena } from '../load.ts'
import { requesters } from '../schema.ts'
import { reader } from '../tx.ts'
import { officeZone, todayOf } from './office.ts'

/** The days on which our own objection turns: by when, and until when the holds of this paper last. */
export async function ownObjectionOf(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const on = reader()
  const loaded = await loadSubpoena(on, reference)
  if (!loaded) return null
  const { row, facts, calendar } = loaded
  const [zone, today] = [await officeZone(on), await todayOf(on)]
  const opens = facts.targets.flatMap((target) => laneOf(target, facts, calendar, today).opensOn?.value ?? [])
  const [first, ...others] = opens
  const askFor = noRecordsOpenOn(facts, calendar)
  const [requester] = await on
    .select({ email: requesters.email })
    .from(requesters)
    .where(eq(requesters.id, row.requesterId))
  return {
    days: ownObjectionDay({ servedOn: dayOf(row.servedAt, zone), complianceOn: row.complianceOn }, calendar),
    complianceOn: row.complianceOn,
    /** The day on which the last lane opens; null while no notice has taken effect. */
    lastOpensOn: first ? latest(first, ...others) : null,
    /**
     * The day to ask for, where compliance comes before it. It is counted from receipt alone, so that it is the same
     * whether an account was found or not.
     */
    askFor: row.complianceOn !== null && askFor > row.complianceOn ? askFor : null,
    email: requester?.email ?? '',
  }
}
