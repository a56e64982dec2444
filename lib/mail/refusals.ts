import { refusals } from '#lib/result.ts'

export const refuse = refusals({
  'no-such-mail': () => 'There is no such mail.',
  'lease-lost': () => 'The lease on this mail has run out, or another sender has it.',
  'not-waiting': () => 'This mail does not wait, or a sender has it.',
  'may-leave': () => 'Nothing stands against this mail.',
  'not-unsure': () => 'It is known what became of this mail.',
  'not-failed': () => 'This mail is on its way or has arrived: there is nothing to send again.',
  'sent-again-before': () => 'This mail was sent again before.',
  'it-does-not-count': () =>
    'It is on file that this notice did not arrive, and what becomes of its mail changes nothing any more.',
  'a-notice-counts-anew': () =>
    'A notice is not sent again as it was: its last day must count from when it goes. Send a new notice.',
  'a-notice-is-followed': () =>
    'A notice is not set aside: its subscriber would not be told. Say on its page how it was delivered, or that it did not reach them.',
  'ship-it-again': () =>
    'A production is not sent again as it was: whether it may still leave is asked anew. Ship it again on its own page.',
  'only-to-the-address-on-file': () =>
    'This tells a subscriber something, so it goes to the address on file for them and nowhere else. Leave this empty.',
  'invite-again': () => 'Its link may have run out. Invite the person again, or reset the password again.',
  'arrived-in-the-future': () => 'It cannot have arrived after today.',
  'arrived-before-sent': () => 'It cannot have arrived before it was written.',
  'address-not-on-file': () => 'A machine sends a mail again to where it went, and to no other address.',
})
