import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { spreadsheetType } from '#lib/file/paper_type.ts'
import { identifierKey } from '#lib/subpoena/identifier.ts'
import { files, subpoenas, targets } from '../schema.ts'
import type { On } from '../tx.ts'

export type SameAs = {
  readonly paperSha256: string
  readonly caseNumberKey: string
  readonly identifiers: readonly string[]
}

/**
 * Other subpoenas that may be the same one: the same paper bit for bit, or the same case asking for one of the same
 * identifiers. A paper is often served twice, by fax and by mail; each receipt is logged.
 *
 * @param exceptId The subpoena that is asked about.
 */
export async function duplicatesOf(on: On, same: SameAs, exceptId: number | null): Promise<string[]> {
  const found = new Set(await referencesOfPaper(on, same.paperSha256, exceptId))
  if (same.caseNumberKey !== '') {
    const wanted = new Set(same.identifiers.map(identifierKey))
    const ofCase = await on
      .select({ id: subpoenas.id, reference: subpoenas.reference })
      .from(subpoenas)
      .where(eq(subpoenas.caseNumberKey, same.caseNumberKey))
      .orderBy(asc(subpoenas.id))
      .limit(200)
    const others = new Map(
      ofCase.filter(({ id }) => id !== exceptId).map(({ id, reference }) => [id, reference]),
    )
    for (const { subpoenaId, identifier } of await identifiersOf(on, [...others.keys()])) {
      if (wanted.has(identifierKey(identifier))) found.add(others.get(subpoenaId) ?? '')
    }
  }
  return [...found].sort()
}

/** The subpoenas that were logged with these very bytes. */
export async function referencesOfPaper(on: On, sha256: string, exceptId: number | null): Promise<string[]> {
  const rows = await on
    .select({ reference: subpoenas.reference })
    .from(subpoenas)
    .innerJoin(files, eq(files.sha256, subpoenas.paperSha256))
    .where(
      and(
        eq(subpoenas.paperSha256, sha256),
        // One spreadsheet stands in the place of many papers.
        ne(files.contentType, spreadsheetType),
        exceptId === null ? undefined : ne(subpoenas.id, exceptId),
      ),
    )
    .orderBy(asc(subpoenas.id))
  return rows.map((row) => row.reference)
}

async function identifiersOf(on: On, subpoenaIds: number[]) {
  if (subpoenaIds.length === 0) return []
  return on
    .select({ subpoenaId: targets.subpoenaId, identifier: targets.identifier })
    .from(targets)
    .where(inArray(targets.subpoenaId, subpoenaIds))
}
