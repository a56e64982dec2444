import { refusals } from '#lib/result.ts'

export const refuse = refusals({
  'preserved-already': () => 'That was recorded as done already.',
  'not-asked': () => 'There is no such request on this subpoena.',
})
