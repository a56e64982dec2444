import { requesters } from '../schema.ts'
import type { On } from '../tx.ts'

/** Requesters on file, to be found by all that a spreadsheet may call them. */
export type KnownRequesters = {
  /** By our number, by its old one, or by name; with an e-mail, only one that has the same or none. */
  readonly find: (called: string, email: string) => { readonly id: number; readonly number: string } | null
  readonly ofFormerNumber: (formerNumber: string) => string | null
  readonly ofNameAndEmail: (name: string, email: string) => string | null
}

const key = (text: string) => text.normalize('NFC').trim().toLowerCase()
export const nameKey = (name: string, email: string) => `${key(name)}\n${key(email)}`

/** All of them are read at once: a sheet names thousands. The first of a name is the one that is meant. */
export async function knownRequesters(on: On): Promise<KnownRequesters> {
  const rows = await on
    .select({
      id: requesters.id,
      number: requesters.number,
      name: requesters.name,
      email: requesters.email,
      formerNumber: requesters.formerNumber,
    })
    .from(requesters)
    .orderBy(requesters.id)
  type Row = (typeof rows)[number]
  const maps = {
    number: new Map<string, Row>(),
    former: new Map<string, Row>(),
    name: new Map<string, Row>(),
    nameAndEmail: new Map<string, Row>(),
  }
  const first = (map: Map<string, Row>, name: string, row: Row) => {
    if (name !== '' && !map.has(name)) map.set(name, row)
  }
  for (const row of rows) {
    first(maps.number, key(row.number), row)
    first(maps.former, key(row.formerNumber), row)
    first(maps.name, key(row.name), row)
    first(maps.nameAndEmail, nameKey(row.name, row.email), row)
  }
  return {
    find(called, email) {
      const named = email === '' ? maps.name.get(key(called)) : maps.nameAndEmail.get(nameKey(called, email))
      return maps.number.get(key(called)) ?? maps.former.get(key(called)) ?? named ?? null
    },
    ofFormerNumber: (formerNumber) => maps.former.get(key(formerNumber))?.number ?? null,
    ofNameAndEmail: (name, email) => maps.nameAndEmail.get(nameKey(name, email))?.number ?? null,
  }
}
