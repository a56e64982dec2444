import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeOffice, openOffice } from './office.ts'
import { theOffice } from './open_office.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'subpoena-desk-office-'))
})
afterEach(async () => {
  await closeOffice()
  rmSync(folder, { recursive: true, force: true })
})

const mode = (...path: string[]) => (statSync(join(folder, ...path)).mode & 0o777).toString(8)

test('what it keeps is for its own user alone', async () => {
  await openOffice(folder, 'real')
  expect([mode(), mode('office'), mode('keys')]).toEqual(['700', '700', '700'])
  expect([mode('office', 'office.sqlite'), mode('keys', 'real-history.key')]).toEqual(['600', '600'])
})

test('an office that is opened again has the keys it had', async () => {
  const { keys } = await openOffice(folder, 'real')
  await closeOffice()
  await openOffice(folder, 'real')
  expect(theOffice().keys).toEqual(keys)
})

test('an office whose keys are gone is not given new ones', async () => {
  await openOffice(folder, 'real')
  await closeOffice()
  rmSync(join(folder, 'keys', 'real-sealing.key'))
  await expect(openOffice(folder, 'real')).rejects.toThrow(/real-sealing.key is missing: put the copy/)
})

test('a process serves one office', async () => {
  await openOffice(folder, 'real')
  await expect(openOffice(folder, 'sample')).rejects.toThrow('a process serves one')
})
