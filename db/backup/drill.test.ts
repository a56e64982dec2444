/** The drill: an office at work is backed up and restored, and the two are compared, every row and every file. */
import {
  cpSync,
  existsSync,
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
import Sqlite from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeOffice, openOffice } from '../office.ts'
import { openRestoration } from '../queries/restoration.ts'
import { subpoenas } from '../schema.ts'
import { rowsOf, tablesOf } from '../testing/dump.ts'
import { layFixture } from '../testing/fixture.ts'
import { at, type TestOffice, testOffice } from '../testing/office.ts'
import { Play } from '../testing/play.ts'
import { reader, tx } from '../tx.ts'
import { makeBackupKey, readBackupKey } from './key_file.ts'
import { makeBackup } from './make.ts'
import { readBackup } from './read.ts'
import { restoreBackup } from './restore.ts'

let office: TestOffice
let play: Play
let outside: string
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  play = new Play(office)
  outside = mkdtempSync(join(tmpdir(), 'desk-drill-'))
})
afterEach(async () => {
  await office.close()
  rmSync(outside, { recursive: true, force: true })
})

/** A case from the served paper to the invoice, another that waits, and a mail on its way. */
async function work(): Promise<void> {
  const reference = await play.log({ received: '2026-01-05 10:00' })
  await play.accept(reference)
  const subscriber = await play.find(reference)
  await play.notify(reference, subscriber)
  await play.research(reference, 90, '2026-01-05')
  await play.invoice(reference)
  await play.log({ received: '2026-01-06 10:00', caption: '=HYPERLINK("x") v. 김철수', requester: 'R-00001' })
}

const backupOf = (target: string, key: Buffer | null = null) =>
  makeBackup({ dataDir: office.folder, target, key, now: office.clock.now })

/** A data folder that is empty, and a copy of the keys as somebody kept it apart. */
function elsewhere() {
  const dataDir = join(outside, 'restored')
  const keysFolder = join(outside, 'kept-keys')
  mkdirSync(dataDir)
  cpSync(join(office.folder, 'keys'), keysFolder, { recursive: true })
  return { dataDir, keysFolder }
}

/** What an office holds: every row by table, and every stored file by its path. */
function contentOf(dataDir: string) {
  const connection = new Sqlite(join(dataDir, 'office', 'office.sqlite'), { readonly: true })
  const rows = Object.fromEntries(tablesOf(connection).map((table) => [table, rowsOf(connection, table)]))
  connection.close()
  const folder = join(dataDir, 'office', 'files')
  const files = (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')])
  return { rows, files }
}

async function restored(file: string, key: Buffer | null = null) {
  const { dataDir, keysFolder } = elsewhere()
  await closeOffice()
  const clock = () => at('2026-01-09 10:00')
  const { verdict, manifest } = await restoreBackup({ file, key, keysFolder, dataDir, clock })
  return { dataDir, verdict, manifest }
}

describe.each(['plain', 'sealed'] as const)('a %s backup', (kind) => {
  const keyOf = async () => {
    if (kind === 'plain') return null
    await makeBackupKey(join(outside, 'key'))
    return readBackupKey(join(outside, 'key'))
  }

  test('comes back with every row and every file, verified, and marked as restored', async () => {
    await work()
    const key = await keyOf()
    const file = join(outside, 'office.backup')
    const made = await backupOf(file, key)
    const before = contentOf(office.folder)
    const { dataDir, verdict, manifest } = await restored(file, key)
    expect(verdict.fault).toBeNull()
    expect(verdict.checked).toContainEqual({ what: 'subpoenas', count: 2 })
    const after = contentOf(dataDir)
    expect(after.files).toEqual(before.files)
    expect(after.files.length).toBeGreaterThan(1)

    const { history, restorations, ...others } = after.rows
    const { history: historyBefore, restorations: none, ...othersBefore } = before.rows
    expect(others).toEqual(othersBefore)
    expect(Object.keys(others).length).toBeGreaterThan(50)
    expect(history?.slice(0, -1)).toEqual(historyBefore)
    expect(history?.at(-1)).toMatchObject({ command: 'record-restoration' })
    expect(none).toEqual([])
    expect(restorations).toMatchObject([{ head_sequence: manifest.historyHead.sequence, accepted_at: null }])
    expect(made.manifest).toEqual(manifest)
  })

  test('tells where the office stood', async () => {
    await work()
    const { manifest, encrypted, size } = await backupOf(join(outside, 'b'), await keyOf())
    expect(manifest.lastNumbers).toEqual({ 'reference-2026': 2, 'invoice-2026': 1 })
    expect(manifest.rows).toMatchObject({ subpoenas: 2, invoices: 1 })
    expect(manifest.historyHead.sequence).toBe(manifest.rows.history)
    expect({ encrypted, size }).toEqual({
      encrypted: kind === 'sealed',
      size: statSync(join(outside, 'b')).size,
    })
    expect((statSync(join(outside, 'b')).mode & 0o777).toString(8)).toBe('600')
  })

  test('holds neither the keys nor, once sealed, a word that can be read', async () => {
    await work()
    await backupOf(join(outside, 'b'), await keyOf())
    const bytes = readFileSync(join(outside, 'b'))
    for (const name of ['real-history.key', 'real-sealing.key'])
      expect(bytes.includes(readFileSync(join(office.folder, 'keys', name)))).toBe(false)
    expect(bytes.includes('Larkmoor')).toBe(kind === 'plain')
    expect(readdirSync(join(office.folder, 'office')).filter((name) => name.startsWith('.backup-'))).toEqual(
      [],
    )
  })

  test('of which any one byte is another, or any part is missing, is refused and leaves nothing', async () => {
    await work()
    const key = await keyOf()
    const file = join(outside, 'b')
    await backupOf(file, key)
    const whole = readFileSync(file)
    const { dataDir, keysFolder } = elsewhere()
    await closeOffice()
    const refused = async (bytes: Uint8Array) => {
      writeFileSync(file, bytes)
      const failed = await restoreBackup({ file, key, keysFolder, dataDir }).catch((problem) => problem)
      expect(failed).toMatchObject({ name: 'BackupFailed' })
      expect(readdirSync(dataDir)).toEqual([])
    }
    for (const place of [0, 40, 700, whole.length >> 1, whole.length - 700, whole.length - 1]) {
      const flipped = Buffer.from(whole)
      flipped[place] = (flipped[place] ?? 0) ^ 1
      await refused(flipped)
    }
    for (const length of [0, 20, 600, whole.length >> 1, whole.length - 1024, whole.length - 1])
      await refused(whole.subarray(0, length))
    await refused(Buffer.concat([whole, Buffer.from('more')]))
  })
})

test('members of a plain backup that changed places, or took the content of another, are found', async () => {
  const [one, two] = [await play.paper('one'), await play.paper('two')]
  const file = join(outside, 'b')
  await backupOf(file)
  const bytes = readFileSync(file)
  const headerOf = (hash: string) => bytes.lastIndexOf(`files/${hash.slice(0, 2)}/${hash}`)
  const member = (hash: string) => bytes.subarray(headerOf(hash), headerOf(hash) + 1024)
  const [first = '', second = ''] = [one, two].sort()
  const exchanged = Buffer.from(bytes)
  exchanged.set(member(second), headerOf(first))
  exchanged.set(member(first), headerOf(second))
  expect(exchanged.equals(bytes)).toBe(false)
  writeFileSync(file, exchanged)
  await expect(readBackup(file, null)).rejects.toThrow('altered or cut off')
  const contents = Buffer.from(bytes)
  contents.set(member(second).subarray(512), headerOf(first) + 512)
  writeFileSync(file, contents)
  await expect(readBackup(file, null)).rejects.toThrow('altered or cut off')
  writeFileSync(file, bytes)
  expect((await readBackup(file, null)).members.map(({ name }) => name)).toHaveLength(3)
})

test('a backup of an earlier version is brought to this one when it is restored', async () => {
  await closeOffice()
  const old = join(outside, 'old')
  layFixture('0001', old)
  const file = join(outside, 'b')
  const { manifest } = await makeBackup({ dataDir: old, target: file, key: null, now: Date.now() })
  expect(manifest.databaseVersion).toBe(1)
  const dataDir = join(outside, 'restored')
  mkdirSync(dataDir)
  const { verdict } = await restoreBackup({ file, key: null, keysFolder: join(old, 'keys'), dataDir })
  expect(verdict.fault).toBeNull()
  await openOffice(dataDir, 'real')
  expect(await openRestoration(reader())).toMatchObject({ headSequence: manifest.rows.history })
})

test('a backup that is made while others write is one moment of the office', async () => {
  await work()
  const file = join(outside, 'b')
  const writing = (async () => {
    for (let count = 0; count < 25; count++)
      await play.log({
        received: `2026-01-07 10:${count + 10}`,
        caption: `Paper ${count}`,
        requester: 'R-00001',
      })
  })()
  const [made] = await Promise.all([backupOf(file), writing])
  const { dataDir, verdict } = await restored(file)
  expect(verdict.fault).toBeNull()
  const { rows, files } = contentOf(dataDir)
  expect(rows.subpoenas?.length).toBe(made.manifest.rows.subpoenas)
  const named = rows.files?.map(({ sha256 }) => String(sha256)).sort()
  expect(files.map(([name = '']) => name.slice(3)).sort()).toEqual(named)
})

test('an office in which something was wrong comes back all the same, and is told of', async () => {
  await work()
  await tx(async (tx) => {
    await tx.update(subpoenas).set({ stage: 'closed' }).where(eq(subpoenas.reference, 'S-2026-00002'))
  })
  const file = join(outside, 'b')
  await backupOf(file)
  const { dataDir, verdict } = await restored(file)
  expect(verdict.fault).toContain('S-2026-00002 is listed with stage closed')
  expect(contentOf(dataDir).rows.subpoenas).toHaveLength(2)
})

test('what is restored is for its own user alone', async () => {
  await work()
  await backupOf(join(outside, 'b'))
  const { dataDir } = await restored(join(outside, 'b'))
  const open = (readdirSync(dataDir, { recursive: true }) as string[]).filter(
    (name) => (statSync(join(dataDir, name)).mode & 0o077) !== 0,
  )
  expect(open).toEqual([])
})

test('nothing stands under a name where a backup could not be made', async () => {
  expect(existsSync(join(outside, 'missing'))).toBe(false)
  await expect(backupOf(join(outside, 'missing', 'b'))).rejects.toThrow(
    /could not be made, because there is no such/,
  )
  expect(readdirSync(outside)).toEqual([])
})
