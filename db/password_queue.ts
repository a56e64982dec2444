const atOnce = 2
const mostWaiting = 20

/** Browsers that are known have a line of their own: nobody whom we know waits behind strangers. */
type Line = 'known' | 'strangers'
type Queue = { running: number; readonly waiting: (() => void)[] }
const place = globalThis as { subpoenaDeskPasswords?: Record<Line, Queue> }

/**
 * Does the work of checking a password when its turn comes: each takes 64 MiB and a tenth of a second of a processor,
 * and anybody may ask for it. Null when too many wait already, and nothing was done.
 */
export async function inTurn<T>(line: Line, work: () => Promise<T>): Promise<T | null> {
  place.subpoenaDeskPasswords ??= {
    known: { running: 0, waiting: [] },
    strangers: { running: 0, waiting: [] },
  }
  const queue = place.subpoenaDeskPasswords[line]
  if (queue.running >= atOnce) {
    if (queue.waiting.length >= mostWaiting) return null
    // Whoever is done hands its place over, so that nobody comes in between.
    await new Promise<void>((resolve) => queue.waiting.push(resolve))
  } else queue.running += 1
  try {
    return await work()
  } finally {
    const next = queue.waiting.shift()
    if (next) next()
    else queue.running -= 1
  }
}
