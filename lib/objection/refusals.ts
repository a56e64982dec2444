import { refusals } from '#lib/result.ts'

export const refuse = refusals({
  'no-such-objection': () => 'There is no such objection on this subpoena.',
  'not-open': () => 'This subpoena is not open any more.',
  closed: () =>
    'This subpoena is closed. Counsel reopens it first; then the objection is recorded and holds what has not left.',
  'received-in-the-future': () => 'It cannot have been received after now.',
  'filed-in-the-future': () => 'It cannot have been filed after today.',
  'outcome-in-the-future': () => 'The outcome cannot lie after today.',
  'has-outcome': () => 'This objection has its outcome, which is given once.',
  'no-day': () => 'Say to which day the hold is extended.',
  'day-passed': () => 'The hold can only be extended to a day that has not passed.',
  'stay-needs-outcome': () => 'A stay ends only with an outcome and its paper. Record the outcome instead.',
  'stay-needs-paper': () => 'A stay is lifted only by an outcome with its paper. Choose the file.',
  'quash-needs-paper': () => 'That a court quashed it is shown by its order. Choose the file.',
})
