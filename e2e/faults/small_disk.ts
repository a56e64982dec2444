import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDiskFull } from '#db/disk_full.ts'

export type SmallDisk = {
  readonly folder: string
  /** Fills it up to so many bytes. */
  fill(left?: number): void
  /** Takes what filled it away. */
  clear(): void
  /** Lets the system have it back. */
  give(): void
}

/** A file system of a few megabytes in memory; null where this user may not mount one. */
export function smallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'))
  const words = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'none', folder]
  if (process.platform !== 'linux' || spawnSync('mount', words).status !== 0) {
    rmSync(folder, { recursive: true })
    return null
  }
  const ballast = join(folder, 'ballast')
  const spare = join(folder, 'spare')
  return {
    folder,
    fill(left = 0) {
      if (left > 0) write(spare, left)
      write(ballast, Number.POSITIVE_INFINITY)
      rmSync(spare, { force: true })
    },
    clear: () => rmSync(ballast, { force: true }),
    give() {
      // Also while a connection that a failing test left open still looks at it.
      spawnSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Writes so many bytes, or all that there is room for. */
function write(path: string, bytes: number): void {
  const file = openSync(path, 'w')
  try {
    const page = Buffer.alloc(4096, 1)
    for (let done = 0; done < bytes; done += page.length) writeSync(file, page)
  } catch (error) {
    if (!isDiskFull(error)) throw error
  } finally {
    closeSync(file)
  }
}
