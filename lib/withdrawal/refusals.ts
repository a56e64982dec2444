import { refusals } from '#lib/result.ts'

export const refuse = refusals({
  'not-open': () => 'This subpoena is not open any more.',
  'withdrawn-in-the-future': () => 'It cannot have been withdrawn after today.',
})
