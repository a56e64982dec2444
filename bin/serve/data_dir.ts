import { chmodSync, closeSync, existsSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotStart, codeOf } from './cannot_start.ts'

const because: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it is on a disk that can only be read',
  ENOSPC: 'its disk is full',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'it, or a folder above it, is a file',
}

/**
 * Makes DATA_DIR for its owner alone (0700) and proves that it can be written.
 *
 * @throws CannotStart with the reason when it cannot.
 */
export function prepareDataDir(folder: string): void {
  try {
    makeFolder(folder)
    // A folder that was there before may be open to others; on Windows modes mean nothing.
    const found = statSync(folder)
    const isOpen = (found.mode & 0o077) !== 0 && process.platform !== 'win32'
    if (found.isDirectory() && isOpen) chmodSync(folder, 0o700)
    const trial = join(folder, `.trial-${process.pid}`)
    closeSync(openSync(trial, 'w', 0o600))
    rmSync(trial)
  } catch (problem) {
    const reason = because[codeOf(problem) ?? '']
    if (!reason) throw problem
    throw new CannotStart(
      `The folder ${folder} cannot be used, because ${reason}: set DATA_DIR to a folder that can be written.`,
    )
  }
}

/** Folder by folder, because Node's recursive mkdir never returns where nothing can be made, as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}
