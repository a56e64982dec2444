import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBackupKey, readBackupKey } from '#db/backup/key_file.ts'
import { readBackup } from '#db/backup/read.ts'
import { beginNightlyBackup, endNightlyBackup } from '#db/commands/backup.ts'
import { backups, clockwork, history } from '#db/schema.ts'
import { done } from '#db/testing/answers.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { reader } from '#db/tx.ts'
import { system } from '#lib/access/actor.ts'
import { backUpNightly } from './nightly.ts'

let office: TestOffice
let folder: string
beforeEach(async () => {
  office = await testOffice('2026-01-05 01:00')
  folder = mkdtempSync(join(tmpdir(), 'desk-nightly-'))
})
afterEach(async () => {
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

const back = (change: object = {}) => backUpNightly({ folder, keyFile: null, from: '02:30', ...change })

test('a backup is made once a night, from its time on, and noted', async () => {
  expect(await back()).toBe(false)
  office.clock.set('2026-01-05 02:31')
  expect(await back()).toBe(true)
  expect(readdirSync(folder)).toEqual(['subpoena-desk-2026-01-05-0231.tar'])
  const made = await readBackup(join(folder, 'subpoena-desk-2026-01-05-0231.tar'), null)
  expect(await reader().select().from(backups)).toMatchObject([
    {
      file: 'subpoena-desk-2026-01-05-0231.tar',
      encrypted: false,
      historySequence: made.historyHead.sequence,
      verifiedAt: office.clock.now,
    },
  ])
  expect((await reader().select().from(history)).at(-1)?.payload).toContain('read it back, not encrypted')
  office.clock.set('2026-01-05 23:00')
  expect(await back()).toBe(false)
  office.clock.set('2026-01-06 09:00')
  expect(await back()).toBe(true)
  expect(readdirSync(folder)).toHaveLength(2)
})

test('a sealed one opens with its key', async () => {
  const keyFile = join(folder, 'key')
  await makeBackupKey(keyFile)
  office.clock.set('2026-01-05 03:00')
  await back({ keyFile })
  const path = join(folder, 'subpoena-desk-2026-01-05-0300.tar.sealed')
  expect((await readBackup(path, await readBackupKey(keyFile))).rows.people).toBeGreaterThan(5)
})

test('one that ends after midnight was of the day on which it was begun', async () => {
  office.clock.set('2026-01-05 23:50')
  const begun = await done(beginNightlyBackup(system, { from: '23:45' }))
  office.clock.set('2026-01-06 00:10')
  await done(endNightlyBackup(system, { on: begun.on }))
  office.clock.set('2026-01-06 23:50')
  expect(await done(beginNightlyBackup(system, { from: '23:45' }))).toMatchObject({ due: true })
})

test('two processes make one', async () => {
  office.clock.set('2026-01-05 03:00')
  const asked = [1, 2, 3].map(() => beginNightlyBackup(system, { from: '02:30' }))
  const due = (await Promise.all(asked)).map((answer) => answer.ok && answer.value.due)
  expect(due).toEqual([true, false, false])
})

test('one that failed says why, leaves what is there, and is tried again three hours later', async () => {
  writeFileSync(join(folder, 'subpoena-desk-2025-01-01-0230.tar'), 'old')
  office.clock.set('2026-01-05 03:00')
  await expect(back({ folder: join(folder, 'gone') })).rejects.toMatchObject({
    name: 'NightlyBackupFailed',
    message: expect.stringMatching(/could not be made, because there is no such file or folder\.$/),
  })
  expect(await reader().select().from(backups)).toEqual([])
  expect(readdirSync(folder)).toEqual(['subpoena-desk-2025-01-01-0230.tar'])
  office.clock.set('2026-01-05 05:59')
  expect(await back()).toBe(false)
  office.clock.set('2026-01-05 06:01')
  expect(await back()).toBe(true)
})

test('the oldest are removed by rule, once the new one was read back', async () => {
  for (let day = 10; day < 30; day++)
    writeFileSync(join(folder, `subpoena-desk-2025-12-${day}-0230.tar`), 'old')
  office.clock.set('2026-01-05 03:00')
  await back()
  const days = readdirSync(folder).map((name) => name.slice(14, 24))
  expect(days.sort()).toEqual(
    ['21', '24', '25', '26', '27', '28', '29'].map((day) => `2025-12-${day}`).concat('2026-01-05'),
  )
})

test('a desk that is told to stop does not wait for it, and leaves nothing half done', async () => {
  office.clock.set('2026-01-05 03:00')
  const nightly = { folder, keyFile: null, from: '02:30' }
  await expect(backUpNightly(nightly, () => true)).rejects.toThrow('stopped before its end')
  expect(existsSync(folder) && readdirSync(folder)).toEqual([])
  expect(await reader().select().from(clockwork)).toMatchObject([{ name: 'nightly-backup', lastRunOn: null }])
})
