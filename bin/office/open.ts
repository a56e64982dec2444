import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { closeOffice, openOffice } from '#db/office.ts'
import { readSettings, type Settings } from '#lib/settings/settings.ts'
import { CannotStart } from '../serve/cannot_start.ts'

export type Terminal = {
  readonly root: string
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * Opens the office that is in DATA_DIR, acts on it and closes it again.
 *
 * @throws CannotStart when there is none: a command of the terminal never makes one.
 */
export async function inOffice<Answer>(
  { root, environment }: Terminal,
  sample: boolean,
  act: (settings: Settings) => Promise<Answer>,
): Promise<Answer> {
  const read = readSettings(environment, sample)
  if (!read.ok) throw new CannotStart(read.sentences.join('\n'))
  const dataDir = resolve(root, read.settings.dataDir)
  const folder = join(dataDir, sample ? 'sample' : 'office')
  if (!existsSync(join(folder, 'office.sqlite'))) {
    throw new CannotStart(`There is no office in ${folder}: set DATA_DIR to the folder that npm start uses.`)
  }
  await openOffice(dataDir, sample ? 'sample' : 'real')
  try {
    return await act(read.settings)
  } finally {
    await closeOffice()
  }
}
