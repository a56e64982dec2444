import type { Instant } from '#lib/calendar/instant.ts'
import { letterPaper } from '#lib/documents/letter_paper.ts'
import type { KindOf } from '#lib/kinds.ts'
import type { Letter } from '#lib/letters/letter.ts'
import { accept, type Result } from '#lib/result.ts'
import { fontSet } from '../fonts.ts'
import { historyHead } from '../history.ts'
import type { Loaded } from '../load.ts'
import { keepPaper } from '../papers.ts'
import { drawn } from '../printed.ts'
import type { Tx } from '../tx.ts'
import { addressLines, coverLetterOf, declarationOf, type ProductionWords } from './letters.ts'

type Kept = { readonly coverPaperId: number; readonly declarationPaperId: number }

/** Draws and keeps the cover letter, or the letter that there are no records, and the declaration. */
export async function keepProductionPapers(
  tx: Tx,
  loaded: Loaded,
  words: ProductionWords,
  by: { readonly name: string; readonly now: Instant },
): Promise<Result<Kept, 'no-glyph'>> {
  const cover = await keepCover(tx, loaded, words, by.now)
  if (!cover.ok) return cover
  const declaration = await declarationOf(tx, loaded, words, by.name)
  const kept = await keepLetter(tx, loaded, declaration, 'declaration', by.now)
  return kept.ok ? accept({ coverPaperId: cover.value, declarationPaperId: kept.value }) : kept
}

/** Draws and keeps the letter that goes with it, dated as `words` says. */
export async function keepCover(
  tx: Tx,
  loaded: Loaded,
  words: ProductionWords,
  now: Instant,
): Promise<Result<number, 'no-glyph'>> {
  const kind = words.row.kind === 'no-records' ? 'no-records-letter' : 'cover-letter'
  return keepLetter(tx, loaded, await coverLetterOf(tx, loaded, words), kind, now)
}

async function keepLetter(
  tx: Tx,
  { row }: Loaded,
  letter: Letter,
  kind: KindOf<'paperKinds'>,
  now: Instant,
): Promise<Result<number, 'no-glyph'>> {
  const { sequence, mac } = await historyHead(tx)
  const to = await addressLines(tx, row.requesterId)
  const envelope = { to, sentBy: '', historyHead: `${sequence} ${mac.slice(0, 12)}` }
  const paper = drawn(() => letterPaper(letter, envelope, fontSet()))
  if (!paper.ok) return paper
  return accept(await keepPaper(tx, paper.value, { kind, subpoenaId: row.id, language: 'en', now }))
}
