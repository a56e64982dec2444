import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#lib/access/actor.ts'
import { caseNumberKey } from '#lib/subpoena/case_number.ts'
import { identifierKey } from '#lib/subpoena/identifier.ts'
import type { ListFilter } from '#lib/subpoena/list_filter.ts'
import { people, requesters, subpoenas, targets } from '../schema.ts'
import type { On } from '../tx.ts'
import { containing, wordsOf } from './containing.ts'

/**
 * What a filter means but for its stage, for an actor who sees the case; undefined where it means all. Nobody is ever
 * found by who a subscriber is.
 */
export function meant(on: On, actor: Actor, filter: ListFilter): SQL | undefined {
  return and(
    filter.billing ? eq(subpoenas.billing, filter.billing) : undefined,
    ofPerson(on, actor, filter.person),
    filter.requester ? ofRequester(on, filter.requester) : undefined,
    filter.text ? saying(on, filter.text) : undefined,
  )
}

function ofPerson(on: On, actor: Actor, person: string | null): SQL | undefined {
  if (person === null) return undefined
  if (person === 'mine') return eq(subpoenas.assigneeId, actor.id)
  if (person === 'unassigned') return isNull(subpoenas.assigneeId)
  const named = on.select({ id: people.id }).from(people).where(sql`lower(${people.name}) = lower(${person})`)
  return inArray(subpoenas.assigneeId, named)
}

/** Those that the requester served, and those that it pays for another. */
function ofRequester(on: On, number: string): SQL | undefined {
  const wanted = () => on.select({ id: requesters.id }).from(requesters).where(eq(requesters.number, number))
  return or(inArray(subpoenas.requesterId, wanted()), inArray(subpoenas.billToId, wanted()))
}

/**
 * Every word stands in the reference, in what an old spreadsheet called it, the caption, the case number or the requester's name; or the whole is the case
 * number however it is printed, or a part of an identifier that is asked for.
 */
function saying(on: On, text: string): SQL | undefined {
  const key = caseNumberKey(text)
  const everyWord = and(
    ...wordsOf(text).map((word) =>
      or(
        containing(subpoenas.caption, word),
        containing(subpoenas.caseNumber, word),
        containing(subpoenas.reference, word),
        containing(subpoenas.formerReference, word),
        inArray(subpoenas.requesterId, named(on, word)),
      ),
    ),
  )
  return or(
    everyWord,
    /\d/.test(key) ? eq(subpoenas.caseNumberKey, key) : undefined,
    inArray(subpoenas.id, asking(on, text)),
  )
}

const named = (on: On, word: string) =>
  on.select({ id: requesters.id }).from(requesters).where(containing(requesters.name, word))

/** The subpoenas that ask for an identifier with this in it; a telephone number however it is spaced. */
function asking(on: On, text: string) {
  const [, ...groups] = /^(\d*?)(\d{0,3})(\d{3})(\d{4})$/.exec(identifierKey(text)) ?? []
  const spaced = groups.filter((group) => group !== '').join('%')
  return on
    .select({ id: targets.subpoenaId })
    .from(targets)
    .where(
      or(
        containing(targets.identifier, text),
        spaced ? sql`${targets.identifier} like ${`%${spaced}%`}` : undefined,
      ),
    )
}
