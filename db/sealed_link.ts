import { seal, unseal } from './seal.ts'

const purpose = 'link in a mail'
const sealed = /\{\{link ([\w-]+)\}\}/g

/**
 * In the words of a mail, the place of a one-time link. The outbox keeps its words for good, and whoever reads the
 * database or the Mail page must not find a way in: so the link lies there sealed, and is opened when the mail leaves.
 */
export function sealedLink(address: string): string {
  return `{{link ${seal(purpose, address)}}}`
}

/** The words as they leave. What only looks like a sealed link stays the characters that it is. */
export function withLinksOpened(words: string): string {
  return words.replace(sealed, (all, content: string) => unseal(purpose, content) ?? all)
}
