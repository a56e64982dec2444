import { refusals } from '#lib/result.ts'

/** Why a password is not taken, who may not do what to whom, and what a sign-in answers. */
export const refuse = refusals({
  'password-too-short': () =>
    'At least 8 characters. A few words in a row are easy to keep and hard to guess.',
  'password-too-long': () => 'At most 128 characters.',
  'password-common': () =>
    'This password is among the first that anybody tries. Take a few words of your own.',
  'password-too-regular': () =>
    'This is one character, or one run, over and over. Take a few words of your own.',
  'password-has-name': () =>
    'Leave your own name and address out of it: they are the first that anybody tries.',
  'passwords-differ': () => 'The two passwords are not the same. Type both again.',
  'password-wrong': () => 'That is not your present password.',

  // One sentence for an unknown name, a wrong password, a locked and a disabled person: it tells a stranger nothing.
  'sign-in-refused': () =>
    'That name and password do not belong together. After ten wrong tries in a row a person’s sign-in rests for fifteen minutes.',
  'code-wrong': ({ left }: { left: number }) =>
    left === 1
      ? 'That code does not count: it is wrong, or was used before. One try is left.'
      : `That code does not count: it is wrong, or was used before. ${left} tries are left.`,
  'sign-in-over': () => 'This sign-in took too long, or had too many wrong codes. Begin again.',
  'link-over': () =>
    'This link was used, has run out, or was replaced by a newer one. Ask your administrator for another.',

  'name-taken': ({ name }: { name: string }) =>
    `There is a ${name} here already. Names are told apart in the history.`,
  'email-taken': () => 'Somebody here has this address already. Each signs in with one of their own.',
  'machine-has-roles': ({ name, roles }: { name: string; roles: string }) =>
    `${name} is here already, with these roles: ${roles}. A machine keeps its roles: give the same, or another name.`,
  'no-such-machine': () => 'There is no machine of that name.',
  'no-token-left': ({ name }: { name: string }) => `${name} has no such token that still works.`,
  'day-is-over': () => 'This day is over: the token would never work.',
  'own-roles': () => 'Nobody changes their own roles. Ask another administrator.',
  'own-access': () => 'Nobody disables themselves. Ask another administrator.',
  'own-reset': () => 'Your own password and second factor are changed under Your account.',
  'last-administrator': () =>
    'Somebody must be able to run this office: make another person administrator first.',
  'person-disabled': ({ name }: { name: string }) => `${name} is disabled. Enable them first.`,
  'no-sign-in-here': () => 'In the sample office people sign in with one click: there are no passwords.',
})
