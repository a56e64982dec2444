/** One figure: what was measured against what, its ratio, and the most that it may be. */
export type Figure = {
  readonly what: string
  readonly against: string
  readonly value: number
  readonly limit: number
  /** '×' for a ratio; 'kB' for a size, 1,000 bytes each. */
  readonly unit: '×' | 'kB'
}

export type Work = () => unknown

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/**
 * How long each of several works takes, in milliseconds: the middle of many times, done in turns so that what else the
 * machine does falls on all of them alike.
 */
export async function sideBySide(works: readonly Work[], rounds: number, warmUp = 10): Promise<number[]> {
  const times: number[][] = works.map(() => [])
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [index, work] of works.entries()) {
      const from = performance.now()
      await work()
      if (round >= warmUp) times[index]?.push(performance.now() - from)
    }
  }
  return times.map(median)
}

export const fallsShort = ({ value, limit }: Figure): boolean => !(value <= limit)

const shown = (value: number, unit: Figure['unit']) =>
  unit === '×' ? `${value.toFixed(2)} ×` : `${value.toFixed(0)} kB`

/** The table as it is printed, and a sentence for each figure that falls short. */
export function tableOf(figures: readonly Figure[]): string[] {
  const rows = figures.map((figure) => [
    figure.what,
    figure.against,
    shown(figure.value, figure.unit),
    shown(figure.limit, figure.unit),
    fallsShort(figure) ? 'FALLS SHORT' : 'holds',
  ])
  const head = ['what', 'against', 'measured', 'limit', '']
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) =>
        at === 2 || at === 3 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)]
}

export function sentencesOf(figures: readonly Figure[]): string[] {
  return figures
    .filter(fallsShort)
    .map(
      ({ what, against, value, limit, unit }) =>
        `${what} falls short: ${shown(value, unit)} ${against}, where at most ${shown(limit, unit)} is wanted.`,
    )
}
