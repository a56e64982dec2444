import { refuse } from '#lib/import/refusals.ts'
import type { KindOf } from '#lib/kinds.ts'
import { accept, type Result } from '#lib/result.ts'
import type { Context } from '../command.ts'
import { running, takeNumber, takeNumbers } from '../counters.ts'
import { fileRow } from '../files.ts'
import { refuse as refuseAny } from '../refusals.ts'
import { type RequesterFields, requesterColumns } from '../requesters.ts'
import { imports, requesters } from '../schema.ts'

/** SQLite binds at most some thirty thousand values to one statement, and a row has at most forty. */
const atOnce = 100

/** Writes many rows, a hundred to a statement. Returns what each statement returned, together. */
export async function inParts<Row, Written>(
  rows: readonly Row[],
  write: (part: Row[]) => PromiseLike<Written[]>,
): Promise<Written[]> {
  const written: Written[] = []
  for (let at = 0; at < rows.length; at += atOnce) {
    for (const row of await write(rows.slice(at, at + atOnce))) written.push(row)
  }
  return written
}

/** Writes that an import took place. What comes with it names it, so that it can go again as one. */
export async function beginImport(
  { tx, actor, now }: Context,
  about: { readonly kind: KindOf<'importKinds'>; readonly file: string; readonly rowCount: number },
): Promise<Result<{ id: number; number: string }>> {
  const file = await fileRow(tx, about.file)
  if (!file) return refuseAny('no-such-file', {}, 'file')
  if (about.rowCount === 0) return refuse('nothing-to-import')
  const number = running('IM', await takeNumber(tx, 'import'))
  const { kind, rowCount } = about
  const [row] = await tx
    .insert(imports)
    .values({ number, kind, rowCount, fileSha256: file.sha256, fileName: file.name, at: now, byId: actor.id })
    .returning({ id: imports.id })
  if (!row) throw new Error('The import was not written.')
  return accept({ id: row.id, number })
}

/** Writes requesters under the next numbers, in the order given. Returns their row ids. */
export async function insertRequesters(
  { tx, now }: Context,
  importId: number,
  typed: readonly (RequesterFields & { readonly formerNumber?: string | undefined })[],
): Promise<number[]> {
  if (typed.length === 0) return []
  const first = await takeNumbers(tx, 'requester', typed.length)
  const rows = typed.map((one, index) => ({
    ...requesterColumns(one),
    number: running('R', first + index),
    createdAt: now,
    importId,
    formerNumber: one.formerNumber ?? '',
  }))
  const written = await inParts(rows, (part) =>
    tx.insert(requesters).values(part).returning({ id: requesters.id, number: requesters.number }),
  )
  const idOf = new Map(written.map(({ id, number }) => [number, id]))
  return rows.map(({ number }) => idOf.get(number) ?? 0)
}
