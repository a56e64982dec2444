import type { SubpoenaBilling } from '#lib/billing/balance.ts'
import { billingLabels } from '#lib/billing/labels.ts'
import { type Stage, stageLabels } from './stage.ts'

export const pageSize = 50

/** Nothing of the trade is left to do: they wait for money at most. */
export const endedStages: readonly Stage[] = ['closed', 'rejected', 'withdrawn', 'referred']
export const openStages: readonly Stage[] = (Object.keys(stageLabels) as Stage[]).filter(
  (stage) => !endedStages.includes(stage),
)

export type StageChoice = Stage | 'open' | 'all'

export const sorts = { newest: 'Newest', compliance: 'Compliance day', change: 'Next change' } as const
export type Sort = keyof typeof sorts

/** What a list shows. All of it stands in its address, so that an address is a list. */
export type ListFilter = {
  readonly stage: StageChoice
  readonly billing: SubpoenaBilling | null
  /** 'mine', 'unassigned', or the name of who looks after them. */
  readonly person: string | null
  /** The number of who served them. */
  readonly requester: string | null
  readonly text: string
  readonly sort: Sort
  /** From 1. */
  readonly page: number
}

const unfiltered: ListFilter = {
  stage: 'open',
  billing: null,
  person: null,
  requester: null,
  text: '',
  sort: 'newest',
  page: 1,
}

export type Asked = Readonly<Record<string, string | string[] | undefined>>

/** Reads the filter from an address; what is not understood is left out. */
export function listFilter(asked: Asked): ListFilter {
  const one = (name: string) => textAsked([asked[name]].flat()[0])
  const text = one('text')
  const stage = one('stage')
  const billing = one('billing')
  const sort = one('sort')
  const requester = one('requester').toUpperCase()
  return {
    stage: isStageChoice(stage) ? stage : stageUnlessChosen(text),
    billing: Object.hasOwn(billingLabels, billing) ? (billing as SubpoenaBilling) : null,
    person: one('person') || null,
    requester: /^R-\d{5,}$/.test(requester) ? requester : null,
    text,
    sort: Object.hasOwn(sorts, sort) ? (sort as Sort) : unfiltered.sort,
    page: pageAsked(one('page')),
  }
}

/** Whoever looks for words looks everywhere; whoever does not has the open ones before them. */
const stageUnlessChosen = (text: string): StageChoice => (text === '' ? 'open' : 'all')

const isStageChoice = (text: string): text is StageChoice =>
  text === 'open' || text === 'all' || Object.hasOwn(stageLabels, text)

/** What somebody looks for: one line of at most 200 characters, composed as what is on file. */
export function textAsked(text: string | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: nobody looks for them
  const line = (text ?? '').normalize('NFC').replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
  return [...line].slice(0, 200).join('').trim()
}

export function pageAsked(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1
}

/** The address of a list with some of it changed; it begins at its first page unless that is what changed. */
export function listAddress(filter: Partial<ListFilter>, changes: Partial<ListFilter> = {}): string {
  const wanted = { ...unfiltered, ...filter, page: 1, ...changes }
  const unsaid: ListFilter = { ...unfiltered, stage: stageUnlessChosen(wanted.text) }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== null && value !== unsaid[name as keyof ListFilter]) query.set(name, String(value))
  }
  return query.size > 0 ? `/subpoenas?${query}` : '/subpoenas'
}
