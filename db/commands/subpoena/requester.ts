import { and, eq, sql } from 'drizzle-orm'
import type { Instant } from '#lib/calendar/instant.ts'
import { accept, type Result } from '#lib/result.ts'
import { refuse } from '../../refusals.ts'
import {
  insertRequester,
  type RequesterFields,
  requesterColumns,
  requesterRow,
  unprintableRequester,
} from '../../requesters.ts'
import { requesters } from '../../schema.ts'
import type { Tx } from '../../tx.ts'

type Asked = {
  readonly requester?: string | null
  readonly newRequester?: Omit<RequesterFields, 'name'> & { readonly name?: string }
  readonly billTo?: string | null
  readonly issuingAttorney?: string
  readonly issuingParty?: string
}

const unnamed = 'Not named on the paper'

/**
 * Who served the paper and who is billed: a requester on file, one that is on file under the same name and e-mail, or a
 * new one. A paper that names nobody is logged all the same, under who issued it.
 */
export async function requesterOf(
  tx: Tx,
  now: Instant,
  asked: Asked,
): Promise<Result<{ requesterId: number; billToId: number }>> {
  const billed = asked.billTo ? await requesterRow(tx, asked.billTo) : null
  if (asked.billTo && !billed) return refuse('no-such-requester', {}, 'billTo')
  if (asked.requester) {
    const row = await requesterRow(tx, asked.requester)
    if (!row) return refuse('no-such-requester', {}, 'requester')
    return accept({ requesterId: row.id, billToId: billed?.id ?? row.id })
  }
  const name =
    [asked.newRequester?.name, asked.issuingAttorney, asked.issuingParty]
      .map((text) => text?.trim() ?? '')
      .find((text) => text !== '') ?? unnamed
  const typed = { ...asked.newRequester, name }
  const noGlyph = unprintableRequester(typed, 'newRequester.')
  if (noGlyph) return noGlyph
  const id = (await knownAs(tx, typed)) ?? (await insertRequester(tx, now, typed)).id
  return accept({ requesterId: id, billToId: billed?.id ?? id })
}

/** One with the same name, and the same e-mail or none typed: typing it again is no second firm. */
async function knownAs(tx: Tx, typed: RequesterFields): Promise<number | null> {
  const { name, email } = requesterColumns(typed)
  if (name === unnamed) return null
  const [row] = await tx
    .select({ id: requesters.id })
    .from(requesters)
    .where(
      and(
        eq(sql`lower(${requesters.name})`, name.toLowerCase()),
        email === '' ? undefined : eq(sql`lower(${requesters.email})`, email.toLowerCase()),
      ),
    )
    .orderBy(requesters.id)
    .limit(1)
  return row?.id ?? null
}
