/** The commands as they are given in a terminal, beside a desk at work. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeBackup } from '#db/backup/make.ts'
import { closeOffice, openOffice } from '#db/office.ts'
import { openRestoration } from '#db/queries/restoration.ts'
import { backups, subpoenas } from '#db/schema.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { Play } from '#db/testing/play.ts'
import { reader } from '#db/tx.ts'
import { run as backup, backupLines } from './backup.ts'
import { run as restore } from './restore.ts'

const root = join(import.meta.dirname, '..', '..')
let office: TestOffice
let play: Play
let outside: string
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  play = new Play(office)
  await play.log({ received: '2026-01-05 10:00' })
  outside = mkdtempSync(join(tmpdir(), 'desk-terminal-'))
})
afterEach(async () => {
  await office.close()
  rmSync(outside, { recursive: true, force: true })
})

/** What the terminal shows, and the exit code. Files are named from where the person is. */
async function terminal(dataDir: string, ...words: string[]) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'bin/office.mjs', ...words],
    {
      cwd: root,
      env: { ...process.env, DATA_DIR: dataDir, INIT_CWD: outside },
    },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part
    })
  const [code] = await once(child, 'close')
  return { code, said }
}

test('an office that is at work is backed up, and comes back from the terminal alone', async () => {
  expect(await terminal(office.folder, 'backup', '--new-key', 'key')).toMatchObject({ code: 0 })
  let going = true
  const working = (async () => {
    for (let count = 10; going; count++)
      await play.log({ received: `2026-01-06 10:${10 + (count % 50)}`, requester: 'R-00001' })
  })()
  const made = await terminal(office.folder, 'backup', 'b', '--key', 'key')
  going = false
  await working
  expect(made.said).toMatch(/^b: \d+ subpoenas, \d+ stored files, .* read back and compared\.\n/)
  expect(made.said).toContain('It is sealed: only the key opens it.')
  expect(made.code).toBe(0)
  expect(await reader().select().from(backups)).toMatchObject([{ file: 'b', encrypted: true }])
  const noted = Number(/^b: (\d+)/.exec(made.said)?.[1])
  expect((await reader().select().from(subpoenas)).length).toBeGreaterThan(noted)
  expect(noted).toBeGreaterThan(0)

  cpSync(join(office.folder, 'keys'), join(outside, 'kept'), { recursive: true })
  await closeOffice()
  const restored = await terminal(join(outside, 'new'), 'restore', 'b', '--key', 'key', '--keys', 'kept')
  expect(restored.said).toMatch(/Nothing is wrong\.\nThe office is in .*read-only until an administrator/)
  expect(restored.code).toBe(0)
  await openOffice(join(outside, 'new'), 'real')
  expect(await openRestoration(reader())).not.toBeNull()
  expect(await reader().select().from(subpoenas)).toHaveLength(noted)
})

test('a backup that is not sealed says so plainly', async () => {
  const now = Date.now()
  const made = await makeBackup({ dataDir: office.folder, target: join(outside, 'b'), key: null, now })
  expect(backupLines(made)).toContain(
    'It is NOT encrypted: whoever has the file can read every case in it. --key KEYFILE seals it.',
  )
})

describe('what is wrong is one sentence, and leaves nothing', () => {
  const given = (words: string[], DATA_DIR = office.folder) => ({
    root,
    words,
    environment: { DATA_DIR, INIT_CWD: outside },
  })

  test.each([
    ['no file', [], 'Say where the backup goes'],
    ['a word too many', ['b', 'c'], 'Say where the backup goes'],
    ['an unknown option', ['b', '--zip'], 'Say where the backup goes'],
    ['a folder that is not there', ['no/b'], 'could not be made, because there is no such file or folder.'],
    ['a key that is not there', ['b', '--key', 'k'], 'could not be read, because there is no such file'],
  ])('to a backup: %s', async (_name, words, sentence) => {
    const problem = await backup(given(words)).catch((thrown) => thrown)
    expect(problem.message).toContain(sentence)
    expect(['CannotStart', 'BackupFailed']).toContain(problem.name)
    expect(readdirSync(outside)).toEqual([])
  })

  test.each([
    ['no keys', ['b'], 'Say what to restore and with which keys'],
    ['an office that is there', ['b', '--keys', 'k'], 'a restore never overwrites'],
  ])('to a restore: %s', async (_name, words, sentence) => {
    await expect(restore(given(words))).rejects.toThrow(sentence)
  })

  test('an office that is not there', async () => {
    mkdirSync(join(outside, 'empty'))
    await expect(backup(given(['b'], join(outside, 'empty')))).rejects.toThrow(
      `There is no office in ${outside}/empty/office.`,
    )
  })
})
