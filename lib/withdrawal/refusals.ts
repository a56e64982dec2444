import { refusals } from '#lib/result.ts'

export const refuse = refusals({
  'not-open': () => 'This subpoena is not open any more.',
  closed: () => 'This subpoena is closed. Counsel reopens it first; then the withdrawal is recorded.',
  'withdrawn-in-the-future': () => 'It cannot have been withdrawn after today.',
})
