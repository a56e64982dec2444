import { type Asked, pageAsked, textAsked } from '#lib/subpoena/list_filter.ts'
import type { InvoiceState } from './balance.ts'

/** What a list of invoices can be cut down to: one state, those with money owed, those without, or all. */
export const invoiceChoices = {
  open: 'Open',
  overdue: 'Overdue',
  due: 'Due',
  'awaiting-receipt': 'Awaiting receipt',
  settled: 'Settled',
  all: 'Everything',
} as const
export type InvoiceChoice = keyof typeof invoiceChoices

/** Something is still owed. The others are settled. */
export const owing: readonly InvoiceState[] = ['overdue', 'due', 'awaiting-receipt']

/** All of it stands in the list's address. */
export type InvoiceFilter = {
  readonly state: InvoiceChoice
  /** The number of who is billed. */
  readonly requester: string | null
  readonly text: string
  /** From 1. */
  readonly page: number
}

/** Reads the filter from an address; what is not understood is left out. Whoever looks for words looks everywhere. */
export function invoiceFilter(asked: Asked): InvoiceFilter {
  const one = (name: string) => textAsked([asked[name]].flat()[0])
  const text = one('text')
  const state = one('state')
  const requester = one('requester').toUpperCase()
  return {
    state: Object.hasOwn(invoiceChoices, state) ? (state as InvoiceChoice) : usual(text),
    requester: /^R-\d{5,}$/.test(requester) ? requester : null,
    text,
    page: pageAsked(one('page')),
  }
}

const usual = (text: string): InvoiceChoice => (text === '' ? 'open' : 'all')

/** The address of the list with some of it changed; it begins at its first page unless that is what changed. */
export function invoicesAddress(filter: InvoiceFilter, changes: Partial<InvoiceFilter> = {}): string {
  const { state, requester, text, page } = { ...filter, page: 1, ...changes }
  const query = new URLSearchParams()
  if (text !== '') query.set('text', text)
  if (state !== usual(text)) query.set('state', state)
  if (requester !== null) query.set('requester', requester)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `/invoices?${query}` : '/invoices'
}
