import { eq } from 'drizzle-orm'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import type { KindOf } from '#lib/kinds.ts'
import type { Letter } from '#lib/letters/letter.ts'
import type { ToRequester } from '#lib/letters/requester.ts'
import type { Result } from '#lib/result.ts'
import type { Context } from './command.ts'
import { type LetterSent, sendLetter } from './letters.ts'
import type { SubpoenaRow } from './load.ts'
import { firmOf, servedPaper } from './queries/letter_facts.ts'
import { officeRow } from './queries/office.ts'
import { requesters } from './schema.ts'

/** How a letter to the requester leaves: left out, by e-mail where an address is on file, else by post. */
export const letterFields = {
  how: fields.kind('shipmentMethods').optional(),
  /** Another e-mail address than the one on file. */
  to: fields.maybeEmailAddress.optional(),
}

const typed = z.strictObject(letterFields)
type LetterFields = z.infer<typeof typed>

/** What every letter to who served this paper needs. */
export async function toRequesterFacts({ tx, today, zone }: Context, row: SubpoenaRow): Promise<ToRequester> {
  const { firm } = await firmOf(tx, row.requesterId)
  // "Corwin Ashgrove, SBN 999311" is greeted without the number.
  const contact = row.issuingAttorney.split(',')[0]?.trim() ?? ''
  return { office: await officeRow(tx), paper: servedPaper(row, zone), on: today, contact, firm }
}

/** Issues one letter to the requester, in the transaction of what it tells of. */
export async function writeToRequester(
  context: Context,
  row: SubpoenaRow,
  { kind, letter, how, to }: { kind: KindOf<'paperKinds'>; letter: Letter } & LetterFields,
): Promise<Result<LetterSent, 'no-email-address' | 'no-glyph'>> {
  const sent = await sendLetter(context, {
    kind,
    letter,
    subpoenaId: row.id,
    recipient: 'requester',
    how: how ?? (await usualWay(context, row)),
    ...(to ? { to } : {}),
  })
  return sent.ok ? sent : { ...sent, refusal: { ...sent.refusal, field: 'how' } }
}

async function usualWay({ tx }: Context, row: SubpoenaRow): Promise<'e-mail' | 'post'> {
  const [requester] = await tx
    .select({ email: requesters.email })
    .from(requesters)
    .where(eq(requesters.id, row.requesterId))
  return requester?.email ? 'e-mail' : 'post'
}
