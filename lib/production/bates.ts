/** First and last label of a run of pages. */
export type BatesRange = { readonly first: string; readonly last: string }

/**
 * What stands before the page number of everything produced for a subpoena: "SD-2026-0042" for S-2026-00042.
 *
 * @throws RangeError for what is no reference.
 */
export function batesPrefix(reference: string): string {
  const found = /^S-(\d{4})-(\d+)$/.exec(reference)
  if (!found) throw new RangeError(`Not a reference: ${reference}`)
  return `SD-${found[1]}-${String(Number(found[2])).padStart(4, '0')}`
}

/** "SD-2026-0042-000007". */
function batesLabel(prefix: string, page: number): string {
  return `${prefix}-${String(page).padStart(6, '0')}`
}

/** The number of the page in a label: 7 of "SD-2026-0042-000007". */
export function batesPage(label: string): number {
  return Number(label.slice(label.lastIndexOf('-') + 1))
}

/**
 * Labels each item's pages, one run after the other without a gap, from the page after `after`. An item without
 * pages (a file that has none) gets no label.
 */
export function labelled<Item extends { readonly pages: number }>(
  items: readonly Item[],
  prefix: string,
  after: number,
): (Item & { readonly range: BatesRange | null })[] {
  let page = after
  return items.map((item) => {
    if (item.pages === 0) return { ...item, range: null }
    const first = batesLabel(prefix, page + 1)
    page += item.pages
    return { ...item, range: { first, last: batesLabel(prefix, page) } }
  })
}

/** The run from the first label to the last; null when nothing is labelled. */
export function wholeRange(items: readonly { readonly range: BatesRange | null }[]): BatesRange | null {
  const ranges = items.flatMap(({ range }) => (range ? [range] : []))
  const [first, last] = [ranges[0], ranges.at(-1)]
  return first && last ? { first: first.first, last: last.last } : null
}

/** "SD-2026-0042-000001 to 000037", or the one label. */
export function rangeWords({ first, last }: BatesRange): string {
  return first === last ? first : `${first} to ${last.slice(last.lastIndexOf('-') + 1)}`
}
