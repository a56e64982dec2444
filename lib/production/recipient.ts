import type { KindOf } from '#lib/kinds.ts'

/** Who a production goes to, as it stood when it was released. Each may be empty but the name. */
export type Recipient = {
  readonly name: string
  /** Lines under the name, the attention line first. */
  readonly address: string
  readonly email: string
  readonly fax: string
}

/** Where a production goes by this way when nothing else is said: the e-mail address, and for all else the name. */
export function usualAddress(recipient: Recipient, method: KindOf<'shipmentMethods'>): string {
  return method === 'e-mail' ? recipient.email : recipient.name
}

/** Whether what was typed is the recipient of the release: their address for an e-mail, else their name or fax number. */
export function isRecipient(recipient: Recipient, method: KindOf<'shipmentMethods'>, typed: string): boolean {
  const { name, email, fax } = recipient
  if (method === 'e-mail') return email !== '' && typed.toLowerCase() === email.toLowerCase()
  const figures = (text: string) => text.replace(/\D/g, '')
  const isFax = method === 'fax' && figures(fax) !== '' && figures(typed) === figures(fax)
  return isFax || typed.toLowerCase() === name.toLowerCase()
}

/** The recipient as lines to read. */
export function recipientLines({ name, address, email, fax }: Recipient): string[] {
  return [name, ...address.split('\n'), email, fax && `Fax ${fax}`].filter((line) => line.trim() !== '')
}

/** The recipient in one line, to compare with what a person had read. */
export function recipientLine(recipient: Recipient): string {
  return recipientLines(recipient).join(' · ')
}
