import { type RequesterInSheet, requesterColumns as sheetColumns } from '#lib/import/requesters.ts'
import type { Fault } from '#lib/import/sheet.ts'
import { unprintableRequester } from '../requesters.ts'
import type { On } from '../tx.ts'
import { knownRequesters, nameKey } from './known_requesters.ts'

export type RequestersPlan = {
  readonly faults: readonly Fault[]
  readonly added: readonly RequesterInSheet[]
  /** On file under the same name and e-mail already: they are not added twice. */
  readonly known: readonly { readonly row: RequesterInSheet; readonly number: string }[]
}

const labelOf = (field: string) => sheetColumns[field]?.label ?? field

/** What an import of these rows would do, asked by the page that shows it and by the command that does it. */
export async function planRequesters(on: On, rows: readonly RequesterInSheet[]): Promise<RequestersPlan> {
  const onFile = await knownRequesters(on)
  const faults: Fault[] = []
  const added: RequesterInSheet[] = []
  const known: { row: RequesterInSheet; number: string }[] = []
  const before = { numbers: new Map<string, number>(), names: new Map<string, number>() }
  for (const row of rows) {
    const { name, email = '', formerNumber = '' } = row
    const fault = (column: string, sentence: string) => faults.push({ row: row.row, column, sentence })
    const twice = before.numbers.get(formerNumber.toLowerCase())
    const called = onFile.ofFormerNumber(formerNumber)
    const number = onFile.ofNameAndEmail(name, email)
    const same = before.names.get(nameKey(name, email))
    const noGlyph = unprintableRequester(row)
    if (formerNumber && twice) fault('number', `Row ${twice} has the same number.`)
    else if (formerNumber && called) fault('number', `${called} came with this number before.`)
    else if (same) fault('name', `Row ${same} has the same name and e-mail.`)
    else if (number && formerNumber)
      fault(
        'name',
        `${number} is on file under this name and e-mail. Take the row out, and write ${number} in the other sheets.`,
      )
    else if (number) known.push({ row, number })
    else if (noGlyph) fault(labelOf(noGlyph.refusal.field ?? ''), noGlyph.refusal.sentence)
    else added.push(row)
    if (formerNumber) before.numbers.set(formerNumber.toLowerCase(), row.row)
    before.names.set(nameKey(name, email), row.row)
  }
  return { faults, added, known }
}
