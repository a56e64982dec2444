import { refusals } from '#lib/result.ts'

/** What any command may answer before its own rules are asked. */
export const refuse = refusals({
  'not-permitted': () => 'This is not for your role.',
  'not-a-person': () =>
    'This is done in person: a machine is never one of two persons, and vouches for nothing.',
  'not-understood': ({ fields }: { fields: Record<string, string> }) =>
    Object.keys(fields).length === 1 ? 'One field needs another look.' : 'Some fields need another look.',
  'submission-reused': () =>
    'This form was sent before with other answers. Open the page again and fill it in anew.',
  'no-such-subpoena': () => 'There is no such subpoena.',
  'no-such-invoice': () => 'There is no such invoice.',
  'no-such-requester': () => 'There is no such requester.',
  'no-such-subscriber': () => 'There is no such subscriber.',
  'no-such-target': () => 'There is no such target on this subpoena.',
  'no-such-person': () => 'There is no such person, or not any more.',
  'no-such-file': () => 'That file is not stored here. Choose it again.',
  'no-such-thing': () => 'That is not on this subpoena.',
  'edited-meanwhile': ({ by }: { by: string }) =>
    `${by} changed this while you had it open. Both versions are shown: choose, and save again.`,
  'no-email-address': () => 'There is no e-mail address on file. Add one, or send it another way.',
  'no-glyph': ({ characters }: { characters: string }) =>
    `These characters cannot be printed: ${characters}. Add the printed form beside it.`,
})
