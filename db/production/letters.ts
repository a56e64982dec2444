import { eq, inArray } from 'drizzle-orm'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { dayOf, type Instant } from '#lib/calendar/instant.ts'
import { labelOf } from '#lib/kinds.ts'
import type { Letter } from '#lib/letters/letter.ts'
import {
  custodianDeclaration,
  noRecordsLetter,
  productionCoverLetter,
} from '#lib/letters/production_letters.ts'
import { rangeWords } from '#lib/production/bates.ts'
import { targetLetter } from '#lib/subpoena/target.ts'
import type { Loaded } from '../load.ts'
import { servedPaper } from '../queries/letter_facts.ts'
import { officeRow } from '../queries/office.ts'
import { files, people, requesters, targets } from '../schema.ts'
import type { On } from '../tx.ts'
import { type ProductionItem, type ProductionRow, targetsOf } from './load.ts'

/** What the letters of a production speak of; a production that is being prepared has no row yet. */
export type ProductionWords = {
  readonly row: Pick<ProductionRow, 'number' | 'kind' | 'pages' | 'batesFirst' | 'batesLast'>
  readonly items: readonly ProductionItem[]
  readonly zone: string
  /** The day on the letter: of the preparation, and of the release when that has come. */
  readonly on: CalendarDate
}

/** What a production hands over for a target, and how the target reads in the paper that asked. */
const targetWords = (item: Pick<ProductionItem, 'target' | 'kind' | 'identifier'>): string =>
  `${targetLetter(item.target)}: ${labelOf('targetKinds', item.kind)} ${item.identifier}`

/** The letter that goes with a production: what is enclosed, or how was searched and that nothing was found. */
export async function coverLetterOf(on: On, loaded: Loaded, words: ProductionWords): Promise<Letter> {
  const { row, items } = words
  const head = await headOf(on, loaded, words)
  if (row.kind === 'no-records') {
    const search = await searchOf(on, loaded.row.id, targetsOf(words), words.zone)
    return noRecordsLetter({ ...head, targets: items.map(targetWords), ...search, gap: '' })
  }
  const answered = items.map((item) => ({ target: targetWords(item), what: whatOf(item) }))
  const here = targetsOf(words)
  const others = await on
    .select({ target: targets.number, kind: targets.kind, identifier: targets.identifier })
    .from(targets)
    .where(eq(targets.subpoenaId, loaded.row.id))
  const before = new Set(loaded.facts.targets.filter((one) => one.answered).map((one) => one.number))
  const withheld = others
    .filter((one) => !here.includes(one.target))
    .map((one) => ({
      target: targetWords(one),
      // The same words whatever was found or not found behind it.
      why: before.has(one.target) ? 'Answered before.' : 'Not part of this answer; we will write about it.',
    }))
  return productionCoverLetter({
    ...head,
    productionNumber: row.number,
    answered,
    withheld,
    pages: row.pages,
    bates: batesOf(row),
    files: await manifestOf(on, items),
    sentBy: '',
    declarationEnclosed: true,
  })
}

/** The declaration of the person who prepared it, for that person to read and sign. */
export async function declarationOf(
  on: On,
  loaded: Loaded,
  words: ProductionWords,
  custodian: string,
): Promise<Letter> {
  const { row, items } = words
  const state = ['subp-010', 'subp-035'].includes(loaded.row.processType)
  const whole = loaded.facts.targets.every(({ number }) => targetsOf(words).includes(number))
  return custodianDeclaration({
    ...(await headOf(on, loaded, words)),
    custodian,
    custodianTitle: 'Custodian of Records',
    records: row.kind === 'records' ? items.map((item) => `${targetWords(item)}: ${whatOf(item)}`) : [],
    whole: whole && loaded.facts.judgement === 'accepted',
    pages: row.pages,
    bates: batesOf(row),
    prepared:
      'The copies were made from our systems by the person who signs below, or under that person’s direction.',
    form: state ? 'california' : 'federal',
  })
}

async function headOf(on: On, { row }: Loaded, words: ProductionWords) {
  const [firm = ''] = await addressLines(on, row.requesterId)
  return {
    office: await officeRow(on),
    paper: servedPaper(row, words.zone),
    on: words.on,
    contact: row.issuingAttorney.split(',')[0]?.trim() ?? '',
    firm,
  }
}

export async function addressLines(on: On, requesterId: number): Promise<string[]> {
  const [row] = await on.select().from(requesters).where(eq(requesters.id, requesterId))
  if (!row) throw new Error('The subpoena has no requester.')
  return [row.namePrinted ?? row.name, row.attention, row.address].filter((line) => line !== '')
}

function whatOf({ description, pages, batesFirst, batesLast }: ProductionItem): string {
  const counted = pages === 1 ? '1 page' : `${pages.toLocaleString('en-US')} pages`
  if (!batesFirst || !batesLast) return description
  return `${description}; ${counted}, ${rangeWords({ first: batesFirst, last: batesLast })}`
}

function batesOf({ batesFirst, batesLast }: ProductionWords['row']) {
  return batesFirst && batesLast ? { first: batesFirst, last: batesLast } : null
}

async function manifestOf(on: On, items: readonly ProductionItem[]) {
  const hashes = items.flatMap(({ fileSha256 }) => (fileSha256 ? [fileSha256] : []))
  if (hashes.length === 0) return []
  const rows = await on.select().from(files).where(inArray(files.sha256, hashes))
  return items.flatMap((item) => {
    const file = rows.find(({ sha256 }) => sha256 === item.fileSha256)
    return file ? [{ name: fileNameOf(item, file.contentType), sha256: file.sha256 }] : []
  })
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/tiff': 'tiff',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

/** The name under which a file leaves: its page labels, never the name under which somebody stored it. */
export function fileNameOf({ target, batesFirst, batesLast }: ProductionItem, contentType: string): string {
  const name =
    batesFirst && batesLast ? rangeWords({ first: batesFirst, last: batesLast }) : targetLetter(target)
  return `${name.replaceAll(' ', '-')}.${endings[contentType] ?? 'bin'}`
}

/** How was searched for what was not found: in whose words, by whom, on which day. */
async function searchOf(on: On, subpoenaId: number, numbers: readonly number[], zone: string) {
  const rows = await on
    .select({ number: targets.number, searched: targets.searched, at: targets.resolvedAt, by: people.name })
    .from(targets)
    .leftJoin(people, eq(people.id, targets.resolvedById))
    .where(eq(targets.subpoenaId, subpoenaId))
  const theirs = rows.filter(({ number }) => numbers.includes(number))
  const words = new Set(theirs.map(({ searched }) => searched))
  const lastAt = Math.max(0, ...theirs.map(({ at }) => at ?? 0))
  return {
    searched:
      words.size === 1
        ? [...words].join('')
        : theirs.map(({ number, searched }) => `${targetLetter(number)}: ${searched}`).join('\n'),
    searchedBy: [...new Set(theirs.map(({ by }) => by ?? ''))].filter(Boolean).join(', '),
    searchedOn: lastAt === 0 ? null : dayOf(lastAt as Instant, zone),
  }
}
