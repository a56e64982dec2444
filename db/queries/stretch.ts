/** Where a stretch of a list begins and how long it may be: a row id, which a list in its order never meets again. */
export type Span = { readonly after: number | null; readonly most: number }

/** Rows of a list, and after which of them the next stretch begins; null at the end of the list. */
export type Stretch<Row> = { readonly rows: readonly Row[]; readonly next: number | null }

/**
 * Cuts what was found to a stretch. Whatever is added or closed meanwhile, no row comes twice and none is passed over:
 * the next stretch begins at a row, and not after so many.
 *
 * @param ids One more than the stretch may hold, where there are so many.
 */
export async function stretchOf<Row>(
  ids: readonly number[],
  most: number,
  rowsOf: (ids: readonly number[]) => Promise<readonly Row[]>,
): Promise<Stretch<Row>> {
  const own = ids.slice(0, most)
  return { rows: await rowsOf(own), next: ids.length > most ? (own.at(-1) ?? null) : null }
}
