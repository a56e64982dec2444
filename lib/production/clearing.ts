import type { Blocker } from '#lib/subpoena/release.ts'

/** What would clear a blocker: the words of a link and where it leads. */
export type Clearing = { readonly words: string; readonly href: string }

const ways: Readonly<Record<string, readonly [words: string, path: string]>> = {
  'not-accepted': ['Judge the paper', '/review'],
  'terms-not-agreed': ['Settle the terms', '/terms'],
  'inbox-not-looked-at': ['Look into the inbox', '/inbox'],
  'not-notified': ['Notify', ''],
  'hold-has-no-end': ['Notify', ''],
  'hold-not-over': ['Early release', '/early-release'],
  'silence-not-over': ['Early release', '/early-release'],
}

/** The page that would clear a blocker; null for what nobody can clear, such as a paper that was withdrawn. */
export function clearingOf({ kind, objection, targets }: Blocker, reference: string): Clearing | null {
  const page = `/subpoenas/${reference}`
  if (kind === 'stayed') return { words: 'Record the outcome', href: `${page}/objections/${objection}` }
  if (kind === 'not-researched') {
    return { words: 'Find the subscriber', href: `${page}/targets/${targets[0] ?? 1}` }
  }
  const way = ways[kind]
  return way ? { words: way[0], href: `${page}${way[1]}` } : null
}
