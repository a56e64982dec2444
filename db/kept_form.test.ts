import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant } from '#lib/calendar/instant.ts'
import { forgetForm, type KeptForm, keepForm, keptFor, keptForm } from './kept_form.ts'
import { type TestOffice, testOffice } from './testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.close())

const form = (values: KeptForm['values']): KeptForm => ({
  personId: 7,
  path: '/subpoenas/S-2026-00001/note',
  command: 'write-note',
  values,
})
const short = form({ text: '김철수 v. Åström called; "wait"', targets: ['1', '3'] })
const long = form({ text: randomBytes(6000).toString('base64') })
const now = () => office.clock.now
const held = (given: KeptForm) => keepForm(given, now()) ?? ''

test.each([
  ['in the browser', short, /^[\w-]{80,3500}$/],
  ['here, when it is long', long, /^here:/],
])('a form is kept %s, for the same person alone', (_name, given, shape) => {
  const kept = held(given)
  expect(kept).toMatch(shape)
  expect(keptForm(kept, 7, now())).toEqual(given)
  expect(keptForm(kept, 8, now())).toBeNull()
})

test('for ten minutes and no longer', () => {
  for (const given of [short, long]) {
    const kept = held(given)
    expect(keptForm(kept, 7, (now() + keptFor - 1) as Instant)).toEqual(given)
    expect(keptForm(kept, 7, (now() + keptFor) as Instant)).toBeNull()
  }
})

test('nothing of it can be read, and nothing altered opens', () => {
  const kept = held(short)
  expect(Buffer.from(kept, 'base64url').toString('latin1')).not.toContain('called')
  expect(keptForm(`${kept.slice(0, -2)}AA`, 7, now())).toBeNull()
  expect(keptForm('here:nothing', 7, now())).toBeNull()
  expect(keptForm('', 7, now())).toBeNull()
})

test('what is kept here is bounded, the oldest going first, and is forgotten when it was sent', () => {
  const all = Array.from({ length: 60 }, () => held(long))
  expect(keptForm(all[0] ?? '', 7, now())).toBeNull()
  expect(keptForm(all[59] ?? '', 7, now())).toEqual(long)
  forgetForm(all[59] ?? '')
  expect(keptForm(all[59] ?? '', 7, now())).toBeNull()
})
