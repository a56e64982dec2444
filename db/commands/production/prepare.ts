import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { batesPrefix, labelled, wholeRange } from '#lib/production/bates.ts'
import { refuse } from '#lib/production/refusals.ts'
import { accept, type Result } from '#lib/result.ts'
import { isAccepted, type TargetFacts } from '#lib/subpoena/facts.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { command } from '../../command.ts'
import { fileRow } from '../../files.ts'
import { type Loaded, loadSubpoena } from '../../load.ts'
import { unprintable } from '../../printed.ts'
import { lastBatesPage } from '../../production/load.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import type { Tx } from '../../tx.ts'
import { writeProduction } from './write.ts'

const item = z.strictObject({
  target: fields.targetNumber,
  /** What it is: "Account record", "Sign-in log, November 2025". A row without words, pages and file is left out. */
  description: fields.line(300),
  pages: fields.wholeNumber(0, 100_000).optional(),
  file: fields.fileHash.optional(),
})
type Item = z.output<typeof item>

/**
 * Puts together what will be handed over, labels its pages, and draws the cover letter and the declaration. Nothing
 * leaves by it: it may be prepared while the hold runs, and waits for another person to release it.
 */
export const prepareProduction = command({
  name: 'prepare-production',
  may: ['custodian'],
  inPerson: true,
  input: z.strictObject({ reference: fields.reference, items: z.array(item).min(1).max(1000) }),
  async run(context, { reference, items: given }) {
    const { tx } = context
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuseAny('no-such-subpoena')
    if (!isAccepted(loaded.facts)) return refuse('not-accepted')
    const checked = await checkedItems(tx, loaded, given)
    if (!checked.ok) return checked

    const prefix = batesPrefix(reference)
    const items = labelled(checked.value, prefix, await lastBatesPage(tx, loaded.row.id))
    return writeProduction(context, loaded, {
      kind: 'records',
      items: items.map(({ target, description, pages, file, range }) => ({
        ...{ target, description, pages, fileSha256: file ?? null },
        ...{ batesFirst: range?.first ?? null, batesLast: range?.last ?? null },
      })),
      range: wholeRange(items),
    })
  },
  tells: ({ reference }, { production, pages, targets }) => ({
    subpoena: reference,
    sentence: `Prepared production ${production}: ${pages} pages for ${targetLetters(targets)}`,
    facts: { production, pages, targets },
  }),
})

/** Prepares the answer that a search found nothing: a letter that describes the search, and the declaration. */
export const prepareNoRecords = command({
  name: 'prepare-no-records',
  may: ['custodian'],
  inPerson: true,
  input: z.strictObject({ reference: fields.reference, targets: fields.targetNumbers }),
  async run(context, { reference, targets: numbers }) {
    const loaded = await loadSubpoena(context.tx, reference)
    if (!loaded) return refuseAny('no-such-subpoena')
    if (!isAccepted(loaded.facts)) return refuse('not-accepted')
    const targets = [...new Set(numbers)].sort((a, b) => a - b)
    for (const number of targets) {
      const target = targetOf(loaded, number)
      if (!target) return refuseAny('no-such-target')
      const open = isOpen(target)
      if (!open.ok) return open
      if (target.found !== 'none') return refuse('not-none', { target: number }, 'targets')
    }

    const nothing = {
      description: 'No records',
      pages: 0,
      fileSha256: null,
      batesFirst: null,
      batesLast: null,
    }
    const items = targets.map((target) => ({ target, ...nothing }))
    return writeProduction(context, loaded, { kind: 'no-records', items, range: null })
  },
  tells: ({ reference }, { production, targets }) => ({
    subpoena: reference,
    sentence: `Prepared production ${production}: no records for ${targetLetters(targets)}`,
    facts: { production, targets },
  }),
})

type Checked = Item & { readonly pages: number }

/** The rows that say something, each checked: its target, its words, its pages or file. */
async function checkedItems(
  tx: Tx,
  loaded: Loaded,
  given: readonly Item[],
): Promise<Result<Checked[], string>> {
  const checked: Checked[] = []
  for (const [index, one] of given.entries()) {
    const { target: number, description, pages, file } = one
    const field = (name: string) => `items.${index}.${name}`
    if (description.trim() === '' && pages === undefined && file === undefined) continue
    const target = targetOf(loaded, number)
    if (!target) return refuseAny('no-such-target', {}, field('target'))
    const open = isOpen(target)
    if (!open.ok) return open
    if (target.found !== 'subscriber') return refuse('no-subscriber', { target: number }, field('target'))
    if (description.trim() === '') {
      return refuse('description-needed', { target: number }, field('description'))
    }
    const noGlyph = unprintable({ [field('description')]: description })
    if (noGlyph) return noGlyph
    const stored = file === undefined ? null : await fileRow(tx, file)
    if (file !== undefined && !stored) return refuseAny('no-such-file', {}, field('file'))
    const counted = pages ?? stored?.pages ?? null
    if (counted === null || (counted === 0 && !stored)) {
      return refuse('pages-or-file-needed', { target: number }, field('pages'))
    }
    checked.push({ ...one, pages: counted })
  }
  return checked.length === 0 ? refuse('nothing-in-it') : accept(checked)
}

function targetOf({ facts }: Loaded, number: number): TargetFacts | undefined {
  return facts.targets.find((target) => target.number === number)
}

function isOpen({ number: target, answered, prepared }: TargetFacts): Result<null, string> {
  if (answered) return refuse('already-answered', { target })
  return prepared ? refuse('already-prepared', { target }) : accept(null)
}
