import { typedNumber } from '#lib/search/typed_number.ts'
import { textAsked } from '#lib/subpoena/list_filter.ts'

export const pageSize = 50

/** What of the history is asked for. All of it stands in the address, so that a page of the history can be sent on. */
export type HistoryFilter = {
  /** The name of who did it. */
  readonly person: string | null
  /** The name of a command. */
  readonly command: string | null
  /** A reference or an invoice's number; as it was typed where it is neither. */
  readonly about: string
}

/** Where a page begins: the entries older than one, or newer than one, by its number; the newest without. */
export type Cursor = { readonly before: number } | { readonly after: number } | null

export type Asked = Readonly<Record<string, string | string[] | undefined>>

/** Reads filter and cursor from an address; what is not understood is left out, but for what a person typed. */
export function historyAsked(asked: Asked): { readonly filter: HistoryFilter; readonly cursor: Cursor } {
  const one = (name: string) => textAsked([asked[name]].flat()[0])
  const [before, after] = [sequenceOf(one('before')), sequenceOf(one('after'))]
  const about = one('about')
  return {
    filter: {
      person: one('person') || null,
      command: /^[a-z-]+$/.test(one('command')) ? one('command') : null,
      about: thingNamed(about)?.number ?? about,
    },
    cursor: before !== null ? { before } : after !== null ? { after } : null,
  }
}

/** The subpoena or the invoice that was typed; null for all else. */
export function thingNamed(
  typed: string,
): { readonly noun: 'subpoena' | 'invoice'; readonly number: string } | null {
  const named = typedNumber(typed)
  return named && named.noun !== 'requester' ? { noun: named.noun, number: named.number } : null
}

export function historyAddress(filter: Partial<HistoryFilter>, cursor: Cursor = null): string {
  const query = new URLSearchParams()
  for (const name of ['person', 'command', 'about'] as const) if (filter[name]) query.set(name, filter[name])
  if (cursor) for (const [name, sequence] of Object.entries(cursor)) query.set(name, String(sequence))
  return query.size > 0 ? `/history?${query}` : '/history'
}

/** What the screen calls a command: "record-payment" is "Record payment". */
export function commandWords(command: string): string {
  const words = command.replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** "7ae0…51": enough of an entry's place in the chain to compare it by eye with the foot of a paper. */
export function shortHash(mac: string): string {
  return `${mac.slice(0, 4)}…${mac.slice(-2)}`
}

const sequenceOf = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : null)
