import { startReset } from '#db/commands/person_invite.ts'
import { linkPath } from '#db/links.ts'
import { newToken } from '#db/sessions.ts'
import { system } from '#lib/access/actor.ts'
import { originOf } from '#lib/settings/settings.ts'
import { CannotStart } from '../serve/cannot_start.ts'
import { inOffice, type Terminal } from './open.ts'

/**
 * `--reset NAME`: takes a person's password and second factor away and prints the link by which they choose new ones.
 * Whoever may run this can read the database as well; it is in the history as the program's own doing.
 */
export async function run(terminal: Terminal): Promise<number> {
  const person = personNamed(terminal.words)
  return inOffice(terminal, false, async ({ host, port, publicUrl }) => {
    const { token: linkToken } = newToken()
    const done = await startReset(system, { person, secondFactorToo: true, linkToken })
    if (!done.ok) throw new CannotStart(done.refusal.sentence)
    console.log(
      `${done.value.person} opens this address, once, and chooses a new password and second factor:`,
    )
    console.log(`${publicUrl ?? originOf(host, port)}${linkPath[done.value.purpose]}?token=${linkToken}`)
    return 0
  })
}

/** @throws CannotStart unless the words are --reset and a name, with or without quotation marks. */
export function personNamed([first, ...rest]: readonly string[]): string {
  const name = rest.join(' ').trim()
  if (first === '--reset' && name !== '') return name
  throw new CannotStart('Say whose sign-in to reset: npm run person -- --reset "Ada Lindqvist".')
}
