import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { openWriter } from '../connection.ts'
import { holidays, revisions } from '../schema.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { type On, reader, tx } from '../tx.ts'
import { currentHolidays } from './holidays.ts'

let office: TestOffice
beforeEach(async () => {
  office = await testOffice()
})
afterEach(() => office.close())

const date = calendarDate('2026-03-03')
const ours = { calendar: 'federal', date, name: 'Founders’ Day' }
const closed = async (on: On) => (await currentHolidays(on))(['federal']).whyClosed(date)
/** Asked on both handles, so that what one has kept could mislead the other. */
const everywhere = async () => [await closed(reader()), await tx(closed)]
const add = (name = ours.name) => tx((tx) => tx.insert(holidays).values({ ...ours, name }))

test('holidays are kept while nothing changes, for readers and writers alike', async () => {
  const kept = await currentHolidays(reader())
  expect(await currentHolidays(reader())).toBe(kept)
  expect(await tx(currentHolidays)).toBe(kept)
})

test('one that is added, renamed, struck out or removed is known in the next question', async () => {
  expect(await everywhere()).toEqual([null, null])
  await add()
  expect(await everywhere()).toEqual([ours.name, ours.name])
  const where = eq(holidays.date, date)
  await tx((tx) => tx.update(holidays).set({ name: 'Day of Rest' }).where(where))
  expect(await everywhere()).toEqual(['Day of Rest', 'Day of Rest'])
  await tx((tx) => tx.update(holidays).set({ removed: true }).where(where))
  expect(await everywhere()).toEqual([null, null])
  await tx((tx) => tx.update(holidays).set({ removed: false }).where(where))
  expect(await everywhere()).toEqual(['Day of Rest', 'Day of Rest'])
  await tx((tx) => tx.delete(holidays).where(where))
  expect(await everywhere()).toEqual([null, null])
})

test('one that is added in a transaction is known in it, not outside, and forgotten with it', async () => {
  for (const name of ['First Day', 'Second Day', 'Third Day']) {
    const rolledBack = tx(async (tx) => {
      await tx.insert(holidays).values({ ...ours, name })
      expect(await closed(tx)).toBe(name)
      throw new Error('undone')
    })
    await expect(rolledBack).rejects.toThrow('undone')
    expect(await everywhere()).toEqual([null, null])
  }
  // After a rollback a count of changes would stand where it stood before, under other holidays.
  await add('Fourth Day')
  expect(await everywhere()).toEqual(['Fourth Day', 'Fourth Day'])
})

test('one that another process adds or removes is known in the next question', async () => {
  expect(await everywhere()).toEqual([null, null])
  const other = openWriter(join(office.folder, 'office', 'office.sqlite'))
  other.exec(`INSERT INTO holidays (calendar, date, name) VALUES ('federal', '${date}', 'Their Day')`)
  expect(await everywhere()).toEqual(['Their Day', 'Their Day'])
  other.exec(
    `INSERT OR REPLACE INTO holidays (calendar, date, name) VALUES ('federal', '${date}', 'Our Day')`,
  )
  expect(await everywhere()).toEqual(['Our Day', 'Our Day'])
  other.exec(`DELETE FROM holidays WHERE date = '${date}'`)
  expect(await everywhere()).toEqual([null, null])
  other.close()
})

test('without a revision nothing is kept', async () => {
  await tx((tx) => tx.delete(revisions))
  const asked = await currentHolidays(reader())
  expect(await currentHolidays(reader())).not.toBe(asked)
  await add()
  expect(await everywhere()).toEqual([ours.name, ours.name])
})
