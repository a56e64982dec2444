import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Actor, caseReaders, mustBe } from '#lib/access/actor.ts'
import type { KindOf } from '#lib/kinds.ts'
import { letters, outbox, papers, people, subpoenas } from '../schema.ts'
import { type On, reader } from '../tx.ts'

/** Letters about the paper itself; what goes with a production says more, and stands with the production. */
const kinds: KindOf<'paperKinds'>[] = [
  'terms-letter',
  'deficiency-letter',
  'rejection-letter',
  'content-refused-letter',
  'objection-received-letter',
  'own-objection-letter',
]

/** The letters to who served the paper, the first first: its place is its number. */
export async function requesterLetters(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const rows = await reader()
    .select({
      kind: letters.kind,
      on: letters.onDate,
      by: people.name,
      pages: papers.pages,
      to: outbox.toAddress,
      mail: outbox.state,
    })
    .from(letters)
    .innerJoin(subpoenas, eq(subpoenas.id, letters.subpoenaId))
    .innerJoin(papers, eq(papers.id, letters.paperId))
    .innerJoin(people, eq(people.id, letters.byId))
    .leftJoin(outbox, eq(outbox.id, letters.outboxId))
    .where(isOneOf(reference))
    .orderBy(asc(letters.id))
  return rows.map((row, index) => ({ number: index + 1, ...row }))
}

/** One of them as it was issued, to be printed; null when there is none. */
export async function requesterLetterPaper(actor: Actor, reference: string, number: number) {
  mustBe(actor, caseReaders)
  const found = await nth(reader(), reference, number)
  if (!found) return null
  const [paper] = await reader().select().from(papers).where(eq(papers.id, found.paperId))
  return paper ? { name: `${reference}-${found.kind}.pdf`, bytes: paper.bytes, sha256: paper.sha256 } : null
}

async function nth(on: On, reference: string, number: number) {
  const rows = await on
    .select({ kind: letters.kind, paperId: letters.paperId })
    .from(letters)
    .innerJoin(subpoenas, eq(subpoenas.id, letters.subpoenaId))
    .where(isOneOf(reference))
    .orderBy(asc(letters.id))
  return rows[number - 1]
}

function isOneOf(reference: string) {
  return and(
    eq(subpoenas.reference, reference),
    eq(letters.recipient, 'requester'),
    inArray(letters.kind, kinds),
  )
}
