import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { system } from '#lib/access/actor.ts'
import * as fields from '#lib/input.ts'
import { accept, refusals } from '#lib/result.ts'
import { officeFields } from './commands/office.ts'
import { policyNumbers, setUpOffice } from './commands/set_up.ts'
import { OfficeUnusable } from './connection.ts'
import { hashOfToken, newToken } from './sessions.ts'
import { chosenHash, chosenPassword } from './sign_in.ts'
import { theDesk } from './the_desk.ts'

const refuse = refusals({
  'set-up-over': () =>
    'This address opens nothing any more. Open the one that the terminal printed when the program was last started.',
  'office-unusable': ({ reason }: { reason: string }) => reason,
})

/** The one-time token that the terminal printed. */
const token = fields.line(100)

/** What the set-up page asks for. */
export const setUpFields = z.strictObject({
  token,
  ...officeFields,
  policy: policyNumbers,
  administrator: z.strictObject({
    name: fields.personName,
    email: fields.emailAddress,
    otherRoles: z.array(fields.kind('roles')).max(6),
  }),
  ...chosenPassword,
})

export const sampleSetUpFields = z.strictObject({ token })

/** Whether this is the token of the terminal, while an office is still to be set up. */
export function isSetUpToken(given: string): boolean {
  const { setUpToken } = theDesk()
  if (setUpToken === null) return false
  return timingSafeEqual(Buffer.from(hashOfToken(given)), Buffer.from(hashOfToken(setUpToken)))
}

/** Opens the real office and sets it up, whole or not at all; its administrator's second factor comes next. */
export async function setUpRealOffice(input: z.output<typeof setUpFields>) {
  const { token: given, password, passwordAgain, administrator, ...own } = input
  if (!isSetUpToken(given)) return refuse('set-up-over')
  const chosen = await chosenHash({ password, passwordAgain }, administrator)
  if (!chosen.ok) return chosen
  const opened = await choose('real')
  if (!opened.ok) return opened
  const { token: pending, hash } = newToken()
  const done = await setUpOffice(system, {
    ...own,
    administrator: { ...administrator, passwordHash: chosen.value, tokenHash: hash },
  })
  if (!done.ok) return done
  theDesk().endSetUp()
  return accept({ token: pending })
}

/** Opens the sample office; the first time it is made, which takes a while. */
export async function exploreSample({ token: given }: z.output<typeof sampleSetUpFields>) {
  if (!isSetUpToken(given)) return refuse('set-up-over')
  const opened = await choose('sample')
  if (!opened.ok) return opened
  theDesk().endSetUp()
  return accept(null)
}

async function choose(kind: 'real' | 'sample') {
  try {
    await theDesk().choose(kind)
    return accept(null)
  } catch (error) {
    // Not instanceof: the desk was started in another bundle, which has a class of its own.
    if (!(error instanceof Error) || error.name !== OfficeUnusable.name) throw error
    return refuse('office-unusable', { reason: error.message })
  }
}
