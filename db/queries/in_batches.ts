/** So many ids go into one question: far below what either engine takes, and a list stays a few questions. */
const batchSize = 500

/** Asks a question about many ids a batch at a time, and puts the answers together. */
export async function inBatches<Row>(
  ids: readonly number[],
  ask: (batch: number[]) => PromiseLike<Row[]>,
): Promise<Row[]> {
  const found: Row[] = []
  for (let at = 0; at < ids.length; at += batchSize) {
    for (const row of await ask(ids.slice(at, at + batchSize))) found.push(row)
  }
  return found
}

/** The rows of each key, in the order in which they came. */
export function groupedBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** The same, each row made into what is asked for, by the subpoena's row id. */
export function bySubpoena<Row extends { subpoenaId: number }, Value>(
  rows: readonly Row[],
  make: (row: Row) => Value,
): Map<number, Value[]> {
  const groups = groupedBy(rows, (row) => row.subpoenaId)
  return new Map([...groups].map(([id, own]) => [id, own.map(make)]))
}
