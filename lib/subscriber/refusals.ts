import { refusals } from '#lib/result.ts'

export const refuse = refusals({
  'name-needed': () => 'Say who it is, or give the number of a subscriber that is on file.',
  'not-both': () => 'Give either the number of a subscriber on file or the particulars of a new one.',
  'account-on-file': ({ number }: { number: string }) =>
    `${number} has this account. Give that number, or leave the account out if it is another’s.`,
  'in-a-production': ({ letter }: { letter: string }) =>
    `${letter} stands in a production: set that aside first, or it has left.`,
  'early-release-stands': ({ letter }: { letter: string }) =>
    `An early release was asked for ${letter} and its subscriber: split ${letter} instead.`,
  'nothing-to-split': () => 'A split needs at least two periods.',
  'too-many-targets': () => 'A subpoena has at most 9,999 targets.',
  'not-accepted-yet': () =>
    'Who it is, is looked for once the paper is not rejected, withdrawn or for another desk.',
  'machine-needs-counsel': () => 'A machine sees who a subscriber is only with the role counsel.',
  'not-yours-to-see': () => 'Who a subscriber is, you may see while a notice or an objection is open.',
})
