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

/** The words as they leave. @throws Error when a seal does not open. */
export function withLinksOpened(words: string): string {
  return words.replace(sealed, (_all, content: string) => {
    const address = unseal(purpose, content)
    if (address === null)
      throw new Error('The link of a mail does not open: is this the right DATA_DIR/keys?')
    return address
  })
}

/** The words as they may be looked at. */
export function withLinksHidden(words: string): string {
  return words.replace(sealed, '[the one-time link]')
}
