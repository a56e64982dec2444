/** Servers repeat the address in what they answer; a subscriber's address is seen by few, so it is left out. */
export function withoutAddresses(reply: string): string {
  return reply.replace(/<?[^\s<>"']+@[^\s<>"']+>?/gu, '(address)')
}

/** The three figures that begin a mail server's answer, for the history; empty when it did not answer. */
export function replyCode(reply: string): string {
  return /^[245]\d\d\b/.exec(reply)?.[0] ?? ''
}
