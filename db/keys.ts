import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Kept in DATA_DIR/keys, outside the database and outside its backups. 32 random bytes each. */
export type Keys = {
  /** Signs the chain of the history. */
  readonly history: Buffer
  /** Seals what a browser or the database keeps for us: TOTP secrets, forms of an ended session. */
  readonly sealing: Buffer
}

/** Reads the keys of an office, or makes them at its first start. */
export function loadKeys(folder: string, office: string): Keys {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return { history: key(folder, `${office}-history.key`), sealing: key(folder, `${office}-sealing.key`) }
}

function key(folder: string, name: string): Buffer {
  const file = join(folder, name)
  try {
    // wx: when two processes start at once, one makes the key and both read it
    writeFileSync(file, randomBytes(32), { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const bytes = readFileSync(file)
  if (bytes.length !== 32) throw new Error(`The key ${file} is not 32 bytes: put the saved key back.`)
  return bytes
}
