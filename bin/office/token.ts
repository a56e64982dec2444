import { parseArgs } from 'node:util'
import { makeMachineToken, revokeMachineToken } from '#db/commands/machine.ts'
import { newMachineToken } from '#db/tokens.ts'
import { system } from '#lib/access/actor.ts'
import { type CalendarDate, parseCalendarDate } from '#lib/calendar/date.ts'
import { kindsOf, type Role } from '#lib/kinds.ts'
import type { Refusal } from '#lib/result.ts'
import { CannotStart } from '../serve/cannot_start.ts'
import { inOffice, type Terminal } from './open.ts'

type Asked =
  | { readonly revoke: string; readonly sample: boolean }
  | {
      readonly name: string
      readonly roles: Role[]
      readonly until: CalendarDate | null
      readonly sample: boolean
    }

const usage =
  'npm run token -- --name "Ledger sync" --roles billing (and --until 2026-12-31), or --revoke "Ledger sync"'

/**
 * Makes a token for a machine and prints it, once; or ends all that a machine has. Whoever may run this can read the
 * database as well; it is in the history as the program's own doing.
 */
export async function run(terminal: Terminal): Promise<number> {
  const asked = tokenAsked(terminal.words)
  return inOffice(terminal, asked.sample, async () => {
    if ('revoke' in asked) {
      const done = await revokeMachineToken(system, { machine: asked.revoke, token: null })
      if (!done.ok) throw new CannotStart(done.refusal.sentence)
      console.log(`${done.value.machine} has no token any more: its next request is refused.`)
      return 0
    }
    const { name: machine, roles, until: lastDayOn } = asked
    const { token, hash: tokenHash } = newMachineToken()
    const done = await makeMachineToken(system, { machine, roles, lastDayOn, tokenHash })
    if (!done.ok) throw new CannotStart(sentenceOf(done.refusal))
    console.log(`The token of ${done.value.machine}, shown only now (Authorization: Bearer …):`)
    console.log(token)
    return 0
  })
}

/** The sentence of a field at fault says more than that there is one. */
function sentenceOf({ sentence, fields }: Refusal): string {
  return Object.values((fields as Record<string, string> | undefined) ?? {})[0] ?? sentence
}

/** @throws CannotStart unless the words say whose token to make, as what; or whose to revoke. */
export function tokenAsked(words: readonly string[]): Asked {
  const { name, roles, until, revoke, sample } = wordsRead(words)
  if (revoke !== undefined && name === undefined && roles === undefined && revoke.trim() !== '') {
    return { revoke, sample }
  }
  if (revoke !== undefined || !name?.trim() || !roles)
    throw new CannotStart(`Say whose and as what: ${usage}.`)
  const given = roles.split(',').map((role) => role.trim())
  const known: readonly string[] = kindsOf('roles')
  const unknown = given.find((role) => !known.includes(role))
  if (unknown !== undefined) {
    throw new CannotStart(`There is no role "${unknown}": the roles are ${known.join(', ')}.`)
  }
  const lastDayOn = until === undefined ? null : parseCalendarDate(until)
  if (until !== undefined && lastDayOn === null) {
    throw new CannotStart(
      `"${until}" is no day: write --until 2026-12-31, the last day on which the token works.`,
    )
  }
  return { name, roles: given as Role[], until: lastDayOn, sample }
}

function wordsRead(words: readonly string[]) {
  const one = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        name: one,
        roles: one,
        until: one,
        revoke: one,
        sample: { type: 'boolean', default: false },
      },
    })
    return values
  } catch {
    throw new CannotStart(`That is not understood: ${usage}.`)
  }
}
