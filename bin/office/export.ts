import { createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exportRecords } from '#db/commands/export.ts'
import { exportedNouns } from '#db/export/nouns.ts'
import { csvOf, jsonOf } from '#db/export/write.ts'
import { reader } from '#db/tx.ts'
import { system } from '#lib/access/actor.ts'
import { CannotStart } from '../serve/cannot_start.ts'
import { inOffice, type Terminal } from './open.ts'

/** Writes every list into a new folder, as CSV and as JSON, for its owner alone; it is in the history first. */
export async function run(terminal: Terminal): Promise<number> {
  const words = terminal.words.filter((word) => word !== '--sample')
  const [given] = words
  if (!given || words.length > 1 || given.startsWith('-'))
    throw new CannotStart('Say into which folder: npm run export -- FOLDER.')
  const folder = resolve(terminal.root, given)
  if (existsSync(folder)) throw new CannotStart(`${folder} is there already: name a new folder.`)
  return inOffice(terminal, terminal.words.includes('--sample'), async () => {
    const lists = exportedNouns.map(({ name }) => name)
    for (const format of ['csv', 'json'] as const) {
      const done = await exportRecords(system, { lists, format })
      if (!done.ok) throw new CannotStart(done.refusal.sentence)
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const noun of exportedNouns) {
      await write(join(folder, `${noun.name}.csv`), csvOf(reader(), noun))
      await write(join(folder, `${noun.name}.json`), jsonOf(reader(), noun))
    }
    console.log(`${exportedNouns.length} lists are in ${folder}, each as CSV and as JSON.`)
    console.log('They say who the subscribers are: keep them as you keep the papers.')
    return 0
  })
}

const write = (path: string, parts: AsyncIterable<string>) =>
  pipeline(Readable.from(parts), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
