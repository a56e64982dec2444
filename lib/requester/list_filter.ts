import { type Asked, pageAsked, textAsked } from '#lib/subpoena/list_filter.ts'

/** All of it stands in the list's address. */
export type RequesterFilter = {
  readonly text: string
  /** Only those who owe on an invoice, the most first. */
  readonly owing: boolean
  /** From 1. */
  readonly page: number
}

/** Reads the filter from an address; what is not understood is left out. */
export function requesterFilter(asked: Asked): RequesterFilter {
  const one = (name: string) => textAsked([asked[name]].flat()[0])
  return { text: one('text'), owing: one('owing') === 'yes', page: pageAsked(one('page')) }
}

/** The address of the list with some of it changed; it begins at its first page unless that is what changed. */
export function requestersAddress(filter: RequesterFilter, changes: Partial<RequesterFilter> = {}): string {
  const { text, owing, page } = { ...filter, page: 1, ...changes }
  const query = new URLSearchParams()
  if (text !== '') query.set('text', text)
  if (owing) query.set('owing', 'yes')
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `/requesters?${query}` : '/requesters'
}
