import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { refuse as refuseRelease } from '#lib/subpoena/refusals.ts'
import { targetLetter, targetLetters } from '#lib/subpoena/target.ts'
import { refuse } from '#lib/subscriber/refusals.ts'
import { command } from '../command.ts'
import { loadSubpoena } from '../load.ts'
import { refuse as refuseAny } from '../refusals.ts'
import { noticeBars, objections, targets } from '../schema.ts'
import type { TargetRow } from '../subscribers.ts'
import { changeableTargets } from '../target_changes.ts'
import { nextTargetNumbers } from '../targets.ts'
import type { Tx } from '../tx.ts'

/** Records that there is no subscriber behind these targets, and what was searched to say so. */
export const noneFound = command({
  name: 'none-found',
  may: ['custodian'],
  input: z.strictObject({
    reference: fields.reference,
    targets: fields.targetNumbers,
    searched: fields.neededText(4000),
  }),
  async run({ tx, actor, now }, { reference, targets: numbers, searched }) {
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuseAny('no-such-subpoena')
    const found = await changeableTargets(tx, loaded, numbers)
    if (!found.ok) return found
    const ids = found.value.map(({ id }) => id)
    const resolved = { resolvedAt: now, resolvedById: actor.id, copyFit: null, copyFitById: null }
    await tx
      .update(targets)
      .set({ ...resolved, subscriberId: null, noneFound: true, searched })
      .where(inArray(targets.id, ids))
    return accept(null)
  },
  tells: ({ reference, targets: numbers }) => ({
    subpoena: reference,
    sentence: `Found no subscriber behind ${targetLetters(numbers)}.`,
    facts: { targets: numbers },
  }),
})

const highestTarget = 9999

/**
 * Splits a target that had several holders in the time asked: it keeps the first period, and each further one becomes
 * a target of its own. What holds the old one back, an order or an open objection, holds the new ones back as well.
 */
export const splitTarget = command({
  name: 'split-target',
  may: ['custodian'],
  input: z.strictObject({
    reference: fields.reference,
    target: fields.targetNumber,
    /** One period a line. */
    periods: fields.neededText(4000),
  }),
  async run({ tx }, { reference, target: number, periods }) {
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuseAny('no-such-subpoena')
    const { row, facts } = loaded
    const changeable = await changeableTargets(tx, loaded, [number])
    if (!changeable.ok) return changeable
    const [target] = changeable.value
    const known = facts.targets.find((one) => one.number === number)
    if (!target || !known) return refuseAny('no-such-target')
    if (known.objections.some(({ outcome }) => outcome === 'quashed')) return refuseRelease('quashed')
    const [first, ...others] = periodsIn(periods)
    if (!first || others.length === 0) return refuse('nothing-to-split', {}, 'periods')
    const numbers = await nextTargetNumbers(tx, row.id, others.length)
    if ((numbers.at(-1) ?? 0) > highestTarget) return refuse('too-many-targets', {}, 'periods')
    const parts = others.map((period, index) => ({ number: numbers[index] ?? 0, period }))
    await tx.update(targets).set({ period: first }).where(eq(targets.id, target.id))
    await tx.insert(targets).values(parts.map((part) => partOf(target, part)))
    await holdBackToo(
      tx,
      row.id,
      number,
      parts.map((part) => part.number),
    )
    return accept({ parts: parts.map((part) => part.number) })
  },
  tells: ({ reference, target }, { parts }) => ({
    subpoena: reference,
    sentence: `Split ${targetLetter(target)} by time: it had several holders. Its other parts are ${targetLetters(parts)}.`,
    facts: { target, parts },
  }),
})

function periodsIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter((line) => line !== '')
}

function partOf({ subpoenaId, kind, identifier, id }: TargetRow, part: { number: number; period: string }) {
  return { subpoenaId, kind, identifier, splitFromId: id, ...part }
}

async function holdBackToo(tx: Tx, subpoenaId: number, number: number, parts: readonly number[]) {
  const bars = await tx
    .select()
    .from(noticeBars)
    .where(and(eq(noticeBars.subpoenaId, subpoenaId), isNull(noticeBars.liftedAt)))
  for (const { id, targetNumbers } of bars.filter((bar) => bar.targetNumbers.includes(number))) {
    await tx
      .update(noticeBars)
      .set({ targetNumbers: [...targetNumbers, ...parts] })
      .where(eq(noticeBars.id, id))
  }
  const open = await tx
    .select()
    .from(objections)
    .where(and(eq(objections.subpoenaId, subpoenaId), isNull(objections.outcome)))
  for (const { id, targetNumbers } of open.filter((one) => one.targetNumbers.includes(number))) {
    await tx
      .update(objections)
      .set({ targetNumbers: [...targetNumbers, ...parts] })
      .where(eq(objections.id, id))
  }
}
