import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OfficeUnusable } from './connection.ts'

/** Kept in DATA_DIR/keys, outside the database and outside its backups. 32 random bytes each. */
export type Keys = {
  /** Signs the chain of the history. */
  readonly history: Buffer
  /** Seals what a browser or the database keeps for us: TOTP secrets, forms of an ended session. */
  readonly sealing: Buffer
}

/**
 * Reads the keys of an office, or makes them at its first start.
 *
 * @param isNew Whether the office has no database yet: only then are keys made.
 * @throws OfficeUnusable when the keys of an office that exists are gone: new ones could not read what the old sealed.
 */
export function loadKeys(folder: string, office: string, isNew: boolean): Keys {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const named = (name: string) => key(folder, `${office}-${name}.key`, isNew)
  return { history: named('history'), sealing: named('sealing') }
}

function key(folder: string, name: string, isNew: boolean): Buffer {
  const file = join(folder, name)
  if (!isNew && !existsSync(file)) {
    throw new OfficeUnusable(
      `The key ${file} is missing: put the copy that was kept apart back in its place.`,
    )
  }
  try {
    // wx: when two processes start at once, one makes the key and both read it
    writeFileSync(file, randomBytes(32), { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const bytes = readFileSync(file)
  if (bytes.length !== 32)
    throw new OfficeUnusable(`The key ${file} is not 32 bytes: put the saved key back.`)
  return bytes
}
