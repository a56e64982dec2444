import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'

const folder = join(import.meta.dirname, '..', 'migrations', 'fixtures')

/** The fixtures: one of each version that was released, named for its last migration, "0001". */
export function fixtures(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.replace('.sql', ''))
    .sort()
}

export const fixturePath = (name: string): string => join(folder, `${name}.sql`)

/**
 * Lays an office of an earlier version into a data folder: its database, its stored files and its keys. Files and keys
 * stand in the fixture as lines of comment: "-- file: files/ab/… base64".
 */
export function layFixture(name: string, dataFolder: string): void {
  const text = readFileSync(fixturePath(name), 'utf8')
  for (const [, path = '', content = ''] of text.matchAll(/^-- file: (\S+) (\S+)$/gm)) {
    const place = join(dataFolder, path)
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
    writeFileSync(place, Buffer.from(content, 'base64'), { mode: 0o600 })
  }
  mkdirSync(join(dataFolder, 'office'), { recursive: true, mode: 0o700 })
  const connection = new Sqlite(join(dataFolder, 'office', 'office.sqlite'))
  connection.pragma('foreign_keys = OFF')
  connection.exec(`BEGIN; ${text} COMMIT;`)
  connection.close()
}
