import { z } from 'zod'
import { formatLong } from '#lib/calendar/format.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import * as fields from '#lib/input.ts'
import { ownObjectionLetter } from '#lib/letters/objection_letters.ts'
import { refuse } from '#lib/objection/refusals.ts'
import { accept } from '#lib/result.ts'
import { isAccepted } from '#lib/subpoena/facts.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { command } from '../../command.ts'
import { takeNumber } from '../../counters.ts'
import { insertDecision } from '../../decisions.ts'
import { loadSubpoena } from '../../load.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { letterFields, toRequesterFacts, writeToRequester } from '../../requester_letter.ts'
import { objections } from '../../schema.ts'

/**
 * The office objects for itself, in writing, to the requester: in part or wholly, or to win the time that the hold
 * takes. It holds its targets back until it has an outcome, unless counsel means it only to keep our rights.
 */
export const objectOurselves = command({
  name: 'object-ourselves',
  may: ['counsel'],
  input: z.strictObject({
    reference: fields.reference,
    targets: fields.targetNumbers,
    grounds: fields.neededText(4000),
    /** The day that the letter asks for; null: it asks for none. */
    extensionTo: fields.calendarDate.nullable(),
    holdsBack: z.boolean(),
    ...letterFields,
  }),
  async run(context, { reference, targets: numbers, grounds, extensionTo, holdsBack, ...way }) {
    const { tx, actor, now, today, zone } = context
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuseAny('no-such-subpoena')
    const { row, facts } = loaded
    if (facts.closed || (facts.judgement !== null && !isAccepted(facts))) return refuse('not-open')
    const known = facts.targets.map(({ number }) => number)
    if (!numbers.every((number) => known.includes(number))) return refuseAny('no-such-target', {}, 'targets')
    if (extensionTo !== null && extensionTo < today) return refuse('day-passed', {}, 'extensionTo')
    const servedOn = dayOf(row.servedAt, zone)
    const about = { ...(await toRequesterFacts(context, row)), grounds, servedOn, extensionTo }
    const letter = ownObjectionLetter(about)
    const sent = await writeToRequester(context, row, { kind: 'own-objection-letter', letter, ...way })
    if (!sent.ok) return sent
    const number = await takeNumber(tx, `objection-of-${row.id}`)
    await tx.insert(objections).values({
      subpoenaId: row.id,
      number,
      kind: 'provider',
      targetNumbers: [...new Set(numbers)].sort((a, b) => a - b),
      filedWhere: 'Sent to the requester',
      filedOn: today,
      receivedAt: now,
      text: grounds,
      effect: holdsBack ? 'stays-part' : 'none',
      effectReason: holdsBack
        ? 'As usual for its kind.'
        : 'To keep our rights; it does not hold the answer back.',
      at: now,
      byId: actor.id,
    })
    return accept({ number })
  },
  tells: ({ reference, targets: numbers, extensionTo, holdsBack }, { number }) => ({
    subpoena: reference,
    sentence:
      `Objected for ourselves (objection ${number}) about ${targetLetters(numbers)}` +
      `${extensionTo ? `, asking for time to ${formatLong(extensionTo)}` : ''}.` +
      `${holdsBack ? ' Its targets are stayed.' : ''}`,
    facts: { number, targets: numbers, extensionTo, holdsBack },
  }),
})

/** Counsel decides that the office has nothing to object to for itself. */
export const decideNotToObject = command({
  name: 'decide-not-to-object',
  may: ['counsel'],
  input: z.strictObject({ reference: fields.reference, reason: fields.neededText(1000) }),
  async run(context, { reference, reason }) {
    const loaded = await loadSubpoena(context.tx, reference)
    if (!loaded) return refuseAny('no-such-subpoena')
    const { row, facts } = loaded
    if (facts.closed || (facts.judgement !== null && !isAccepted(facts))) return refuse('not-open')
    await insertDecision(context, { subpoenaId: row.id, kind: 'not-objecting', reason })
    return accept(null)
  },
  tells: ({ reference }) => ({
    subpoena: reference,
    sentence: 'Decided that we do not object for ourselves.',
  }),
})
