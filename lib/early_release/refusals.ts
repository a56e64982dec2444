import { refusals } from '#lib/result.ts'

export const refuse = refusals({
  'not-accepted': () => 'The paper is not accepted.',
  'not-an-emergency': () =>
    'An emergency is danger of death or serious physical injury to a person. A hearing, a deadline or a cost is none: ' +
    'the requester can ask the court for an order.',
  'consent-not-verified': () =>
    'Consent counts once it is verified that it is the subscriber’s. Say so, and in the reason say how.',
  'opens-in-the-past': () => 'It can open today or later.',
  'no-subscriber-yet': () => 'Nobody has found the subscriber of each of these targets yet.',
  'asked-before': ({ number }: { number: number }) => `Early release ${number} waits for counsel already.`,
  'no-such-early-release': () => 'There is no such early release on this subpoena.',
  'decided-before': () => 'This was decided before, and is decided once.',
  'same-person': () => 'Who asked for it does not decide it: another counsel does.',
})
