/** Who a subscriber is, and what is sought: strings that stand nowhere else, so that one that got out is known. */
export const identity = {
  name: 'Canary Wrenfield',
  email: 'canary.wrenfield@nest-of-canary.example',
  address: '7719 Wrenfield Lane\nCanaryville, CA 91777',
  account: 'ACCT-CANARY-7719',
  fax: '1-415-555-0191',
  mailbox: 'whistling.canary@target-of-canary.example',
  internet: '203.0.113.77',
} as const

/** What people wrote about them in the course of the work: in free text, where a name is easily written. */
export const written = {
  asked: 'CANARY-ASKED: whoever used the fax line in October',
  searched: 'CANARY-SEARCHED in the accounts of the north',
  note: 'CANARY-NOTE: she telephoned',
  objection: 'CANARY-OBJECTION: I am not who they think',
  reason: 'CANARY-REASON: she said so herself',
  item: 'CANARY-ITEM account record',
  paper: 'CANARY-PAPER',
} as const

/** What no one of them may see who does not see the case, each by the name of what it is. */
export const canaries: Readonly<Record<string, string>> = {
  ...identity,
  address: '7719 Wrenfield Lane',
  town: 'Canaryville',
  surname: 'Wrenfield',
  local: 'canary.wrenfield',
  ...Object.fromEntries(
    Object.entries(written).map(([name, words]) => [name, words.split(/[: ]/, 1)[0] ?? '']),
  ),
}

/** The canaries that stand in a text, whatever their capitals, also as they stand in addresses and in HTML. */
export function canariesIn(text: string, among: Readonly<Record<string, string>> = canaries): string[] {
  const plain = decodedOnce(text.replaceAll('+', ' ')).toLowerCase()
  const shown = text.toLowerCase()
  return Object.entries(among)
    .filter(([, words]) => shown.includes(words.toLowerCase()) || plain.includes(words.toLowerCase()))
    .map(([name]) => name)
}

/** Percent signs undone where they can be. */
const decodedOnce = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes)
    } catch {
      return codes
    }
  })
