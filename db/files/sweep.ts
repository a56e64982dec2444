import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** The beginning of the name of a file that is still coming in. */
export const incoming = '.incoming-'

/** No upload takes as long as a day. */
const left = 24 * 60 * 60 * 1000

/**
 * Takes away what a killed process left of uploads that had no row yet. Those that another process may still be
 * writing are younger, and stay.
 *
 * @param now Epoch milliseconds.
 */
export async function sweepIncoming(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(incoming)) continue
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }))
    if (now - mtimeMs > left) await rm(path, { force: true })
  }
}
