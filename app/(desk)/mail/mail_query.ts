import type { MailState } from '#db/queries/mail.ts'

/** The states in the order of their tabs, those that wait for a person first. */
export const mailTabs: readonly { readonly state: MailState | null; readonly label: string }[] = [
  { state: 'failed', label: 'Failed' },
  { state: 'unsure', label: 'Unsure' },
  { state: 'written', label: 'Written to files' },
  { state: 'waiting', label: 'Waiting' },
  { state: 'sent', label: 'Sent' },
  { state: 'withdrawn', label: 'Set aside' },
  { state: null, label: 'All' },
]

type Search = Readonly<Record<string, string | string[] | undefined>>

/** What the address asks for: a state and a page of fifty. Anything unknown is all of it, from the first. */
export function mailQuery(search: Search): { state: MailState | null; page: number } {
  const [state, page] = [search.state, search.page].map((value) => [value].flat()[0])
  return {
    state: mailTabs.find((tab) => tab.state !== null && tab.state === state)?.state ?? null,
    page: /^[1-9]\d{0,5}$/.test(page ?? '') ? Number(page) : 1,
  }
}

export function mailHref(state: MailState | null, page = 1): string {
  const parts = [state && `state=${state}`, page > 1 && `page=${page}`].filter(Boolean)
  return `/mail${parts.length > 0 ? `?${parts.join('&')}` : ''}`
}

/** A mail's own page, by its Message-ID without the brackets. */
export function oneMailHref(messageId: string): string {
  return `/mail/${encodeURIComponent(messageId.replace(/^<|>$/g, ''))}`
}
