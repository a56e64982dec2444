/** What keeps a backup or a restore from being made: one sentence, and nothing left behind. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { storedPath } from '../files/stored.ts'
import { closeOffice } from '../office.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { storedPaper } from '../testing/stored_paper.ts'
import { asSentence } from './failed.ts'
import { makeBackupKey, readBackupKey } from './key_file.ts'
import { makeBackup } from './make.ts'
import { restoreBackup } from './restore.ts'

let office: TestOffice
let outside: string
beforeEach(async () => {
  office = await testOffice()
  outside = mkdtempSync(join(tmpdir(), 'desk-refused-'))
})
afterEach(async () => {
  await office.close()
  rmSync(outside, { recursive: true, force: true })
})

const file = () => join(outside, 'b')
const backUp = (target = file(), key: Buffer | null = null) =>
  makeBackup({ dataDir: office.folder, target, key, now: office.clock.now })

describe('a backup', () => {
  test('overwrites nothing', async () => {
    writeFileSync(file(), 'mine')
    await expect(backUp()).rejects.toThrow('is there already, and is not overwritten')
    expect(readFileSync(file(), 'utf8')).toBe('mine')
  })

  test('does not touch what another is writing, or left', async () => {
    writeFileSync(`${file()}.part`, 'half')
    await expect(backUp()).rejects.toThrow('another backup is being made, or was cut off')
    expect(readdirSync(outside)).toEqual(['b.part'])
  })

  test('is not made of an office whose stored file was altered or is gone', async () => {
    const sha256 = await storedPaper(office.actors.intake, 'one')
    const bytes = readFileSync(storedPath(sha256))
    bytes[5] = (bytes[5] ?? 0) ^ 1
    writeFileSync(storedPath(sha256), bytes)
    await expect(backUp()).rejects.toThrow(`The stored file ${sha256} is missing or was altered`)
    rmSync(storedPath(sha256))
    await expect(backUp()).rejects.toThrow(`The stored file ${sha256} is missing or was altered`)
    expect(readdirSync(outside)).toEqual([])
    expect(readdirSync(join(office.folder, 'office')).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('is not made where there is no office', async () => {
    await expect(makeBackup({ dataDir: outside, target: file(), key: null, now: 0 })).rejects.toThrow(
      `There is no office in ${outside}/office.`,
    )
  })

  test.each([
    ['ENOSPC', 'It could not be made, because the disk is full.'],
    ['SQLITE_FULL', 'It could not be made, because the disk is full.'],
    ['EROFS', 'It could not be made, because it is on a disk that can only be read.'],
  ])('that meets %s says so', (code, sentence) => {
    const problem = Object.assign(new Error('write failed'), { code })
    expect(asSentence(problem, 'It could not be made')).toMatchObject({
      name: 'BackupFailed',
      message: sentence,
    })
  })
})

describe('a key for backups', () => {
  test('is for its owner alone, and never overwritten', async () => {
    const path = join(outside, 'key')
    await makeBackupKey(path)
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600')
    const key = await readBackupKey(path)
    expect(key.length).toBe(32)
    await expect(makeBackupKey(path)).rejects.toThrow('is there already, and a key is never overwritten')
    expect(await readBackupKey(path)).toEqual(key)
  })

  test.each(['', 'a password\n', 'subpoena-desk backup key 1 short\n'])('%j is none', async (words) => {
    writeFileSync(join(outside, 'key'), words)
    await expect(readBackupKey(join(outside, 'key'))).rejects.toThrow('holds no key for backups')
  })

  test('that is not there is told', async () => {
    await expect(readBackupKey(join(outside, 'key'))).rejects.toThrow(
      /could not be read, because there is no such file or folder\.$/,
    )
  })
})

describe('a restore', () => {
  const dataDir = () => join(outside, 'restored')
  const keys = () => join(outside, 'keys')
  const restore = (change: Partial<Parameters<typeof restoreBackup>[0]> = {}) =>
    restoreBackup({ file: file(), key: null, keysFolder: keys(), dataDir: dataDir(), ...change })

  beforeEach(async () => {
    await backUp()
    mkdirSync(dataDir())
    cpSync(join(office.folder, 'keys'), keys(), { recursive: true })
    await closeOffice()
  })

  test('asks for the keys, and leaves nothing without them', async () => {
    rmSync(join(keys(), 'real-sealing.key'))
    await expect(restore()).rejects.toThrow(/There is no key .*real-sealing.key: say --keys FOLDER/)
    expect(readdirSync(dataDir())).toEqual([])
  })

  test('with the keys of another office is refused', async () => {
    writeFileSync(join(keys(), 'real-history.key'), Buffer.alloc(32, 1))
    await expect(restore()).rejects.toThrow('These are not the keys of the office in this backup')
    expect(readdirSync(dataDir())).toEqual([])
  })

  test('never overwrites an office, nor another key', async () => {
    await expect(restore({ dataDir: office.folder })).rejects.toThrow('a restore never overwrites')
    mkdirSync(join(dataDir(), 'keys'))
    writeFileSync(join(dataDir(), 'keys', 'real-history.key'), Buffer.alloc(32, 1))
    await expect(restore()).rejects.toThrow('is another key, and is not overwritten')
    expect(readdirSync(dataDir())).toEqual(['keys'])
  })

  test('takes keys that stand in their place already', async () => {
    cpSync(keys(), join(dataDir(), 'keys'), { recursive: true })
    const { verdict } = await restore({ keysFolder: join(dataDir(), 'keys') })
    expect(verdict.fault).toBeNull()
    expect(readdirSync(dataDir()).sort()).toEqual(['keys', 'office'])
    await expect(restore()).rejects.toThrow('a restore never overwrites')
  })

  test('of a sealed backup asks for its key, and of a plain one for none', async () => {
    const [right, wrong] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    await expect(restore({ key: right })).rejects.toThrow('This file is no sealed backup')
    const sealed = join(outside, 'sealed')
    await makeBackup({ dataDir: office.folder, target: sealed, key: right, now: office.clock.now })
    await expect(restore({ file: sealed })).rejects.toThrow('This backup is sealed: say --key FILE')
    await expect(restore({ file: sealed, key: wrong })).rejects.toThrow('sealed with another key')
    expect(readdirSync(dataDir())).toEqual([])
    expect((await restore({ file: sealed, key: right })).verdict.fault).toBeNull()
  })

  test.each([
    ['that is not there', null, 'because there is no such file or folder'],
    ['that is something else', 'Dear Sir or Madam', 'This file is no backup of Subpoena Desk'],
  ])('of a file %s', async (_name, words, sentence) => {
    rmSync(file())
    if (words !== null) writeFileSync(file(), words)
    await expect(restore()).rejects.toThrow(sentence)
    expect(readdirSync(dataDir())).toEqual([])
  })

  test('takes away what a killed one left aside', async () => {
    mkdirSync(join(dataDir(), '.restoring-abc'))
    await restore()
    expect(readdirSync(dataDir()).sort()).toEqual(['keys', 'office'])
  })
})
