import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tick } from '#app/_background/clockwork.ts'
import { closeOffice, openOffice } from '#db/office.ts'
import { type OpenOffice, setTheOffice } from '#db/open_office.ts'
import { type Figure, sideBySide } from './measure.ts'

/** How many come due in either office. */
const due = 150

/** The morning's run over an office and one of ten times as many, with the same number due in both. */
export async function morningFigures(folders: readonly [string, string], rounds: number): Promise<Figure[]> {
  const copies = folders.map((folder) => {
    const copy = mkdtempSync(join(tmpdir(), 'bench-'))
    cpSync(folder, copy, { recursive: true })
    return copy
  })
  const offices: OpenOffice[] = []
  try {
    for (const copy of copies) {
      setTheOffice(undefined)
      offices.push(await openOffice(copy, 'real'))
    }
    const works = offices.map((office) => async () => {
      setTheOffice(office)
      await tick()
    })
    // What a morning finds is put back before each: the day not yet marked, and as many due as before.
    const times = await sideBySide(
      works.map((work, index) => async () => {
        comeDue(offices[index] as OpenOffice)
        await work()
      }),
      rounds,
    )
    const putBack = await sideBySide(
      offices.map((office) => () => comeDue(office)),
      rounds,
    )
    const [once = 1, tenfold = 0] = times.map((time, index) => time - (putBack[index] ?? 0))
    const against = `itself with a tenth of what exists, ${due} due in both`
    return [{ what: 'The morning run', against, value: tenfold / once, limit: 1.2, unit: '×' }]
  } finally {
    for (const office of offices) {
      setTheOffice(office)
      await closeOffice()
    }
    for (const copy of copies) rmSync(copy, { recursive: true, force: true })
  }
}

/** By primary key, so that it costs the same in both. */
function comeDue({ writer: { connection } }: OpenOffice): void {
  connection.exec(`DELETE FROM clockwork;
    UPDATE subpoenas SET next_change_on = '2020-01-02'
    WHERE id > (SELECT max(id) FROM subpoenas) - ${due}`)
}
