/** The noun that a command is about, as the parts of its name say it; the first that fits. */
const nouns: readonly (readonly [noun: string, RegExp])[] = [
  ['machines', /token/],
  ['people', /person|roles|sessions|reset/],
  ['settings', /office|policy|holiday/],
  ['requesters', /requester|contact/],
  ['objections', /object/],
  ['early releases', /early-release/],
  ['write-offs', /write-off/],
  ['invoices', /invoice|credit-memo/],
  ['payments', /payment|allocate/],
  ['charges', /charge|research/],
  ['terms', /terms/],
  ['notices', /notice/],
  ['bars', /bar$/],
  ['mail', /mail|again/],
  ['productions', /production|no-records|shipment/],
  ['subscribers', /subscriber|identity|copy-fit/],
  ['targets', /target|none-found/],
  ['files', /file/],
  ['preservation', /preservation/],
  ['review', /accept|reject|deficient|refer|checks/],
  ['subpoenas', /subpoena|particulars|note/],
]

/** "other" where no noun fits: a test finds it, and the description still stands. */
export function nounOf(command: string): string {
  return nouns.find(([, fits]) => fits.test(command))?.[0] ?? 'other'
}
