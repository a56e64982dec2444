import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { refreshDueCaches } from '#db/commands/clockwork/refresh.ts'
import { clockwork, history, holidays, submissions, subpoenas } from '#db/schema.ts'
import { caseInTest } from '#db/testing/case.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { reader, tx } from '#db/tx.ts'
import { system } from '#lib/access/actor.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { instant } from '#lib/calendar/instant.ts'
import { tick } from './clockwork.ts'
import { pulseOf } from './pulse.ts'
import { repeat } from './repeat.ts'

let office: TestOffice
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
})
afterEach(() => office.close())

const all = () => reader().select().from(subpoenas).orderBy(asc(subpoenas.id))
const cacheOf = async (id: number) => {
  const [row] = await reader().select().from(subpoenas).where(eq(subpoenas.id, id))
  return row && { stage: row.stage, nextChangeOn: row.nextChangeOn }
}
const told = async () =>
  (await reader().select().from(history)).map(({ command, payload }) => `${command} ${payload}`)
const setCache = (id: number, cache: Partial<typeof subpoenas.$inferSelect>) =>
  tx((tx) => tx.update(subpoenas).set(cache).where(eq(subpoenas.id, id)))

describe('a tick', () => {
  test('moves a held subpoena on when its day has come, and not a day sooner', async () => {
    const { id } = await caseInTest()
    await tick()
    expect(await cacheOf(id)).toEqual({ stage: 'on-hold', nextChangeOn: '2026-01-21' })
    office.clock.set('2026-01-20 23:59')
    await tick()
    expect((await cacheOf(id))?.stage).toBe('on-hold')
    office.clock.set('2026-01-21 00:01')
    await tick()
    expect(await cacheOf(id)).toEqual({ stage: 'ready', nextChangeOn: null })
  })

  test('catches up on all that came due while the desk slept', async () => {
    for (let count = 0; count < 120; count++) await caseInTest()
    for (const { id } of await all())
      await setCache(id, { stage: 'on-hold', nextChangeOn: calendarDate('2026-01-21') })
    office.clock.set('2026-03-02 08:00')
    await tick()
    expect(new Set((await all()).map(({ stage }) => stage))).toEqual(new Set(['ready']))
    expect((await all()).every(({ nextChangeOn }) => nextChangeOn === null)).toBe(true)
  })

  test('refreshes fifty at a time, and only those that are due', async () => {
    for (let count = 0; count < 60; count++) await caseInTest()
    for (const { id } of await all()) await setCache(id, { nextChangeOn: calendarDate('2026-01-05') })
    await setCache(1, { stage: 'to-review', nextChangeOn: calendarDate('2026-01-06') })
    expect(await refreshDueCaches(system, {})).toMatchObject({ value: { more: true, changed: 50 } })
    expect(await refreshDueCaches(system, {})).toMatchObject({ value: { more: false, changed: 9 } })
    expect((await cacheOf(1))?.stage).toBe('to-review')
  })

  test('made twice at once, as by two processes, keeps house once', async () => {
    await Promise.all([tick(), tick()])
    await tick()
    expect(await reader().select().from(clockwork)).toEqual([
      { name: 'daily', lastRunOn: '2026-01-05', lastRunAt: office.clock.now },
    ])
  })

  test('writes nothing into the history when it found nothing wrong', async () => {
    await caseInTest()
    await setCache(1, { stage: 'on-hold', nextChangeOn: calendarDate('2026-01-21') })
    const before = await told()
    await tick()
    office.clock.set('2026-01-21 06:00')
    await tick()
    expect(await told()).toEqual(before)
  })

  test('finds a cache that disagrees with the rule, mends it and says so', async () => {
    const { id, reference } = await caseInTest()
    await setCache(id, { stage: 'ready' })
    await tick()
    expect((await cacheOf(id))?.stage).toBe('on-hold')
    expect((await told()).at(-1)).toContain(reference)
    expect((await told()).at(-1)).toMatch(/^check-caches .*was wrong and was mended/)
  })

  test('extends the holidays in a new year', async () => {
    await tick()
    const last = async () =>
      (await reader().select().from(holidays).orderBy(asc(holidays.date))).at(-1)?.date.slice(0, 4)
    expect(await last()).toBe('2036')
    office.clock.set('2027-01-01 06:00')
    await tick()
    expect(await last()).toBe('2037')
    expect((await told()).at(-1)).toContain('Extended the holidays to 2037.')
  })

  test('drops answers kept for repeats after thirty days', async () => {
    const row = { actorId: 1, command: 'x', inputHash: 'h', answer: 'null' }
    const ago = (days: number) => instant(office.clock.now - days * 86_400_000)
    await tx((tx) =>
      tx.insert(submissions).values([
        { ...row, submission: 'old', at: ago(31) },
        { ...row, submission: 'new', at: ago(29) },
      ]),
    )
    await tick()
    expect((await reader().select().from(submissions)).map(({ submission }) => submission)).toEqual(['new'])
  })
})

describe('a repeated piece of work', () => {
  test('goes on after a failure, and when stopped finishes what runs and begins nothing more', async () => {
    const written: string[] = []
    vi.spyOn(process.stderr, 'write').mockImplementation((words) => written.push(String(words)) > 0)
    let rounds = 0
    let finished = 0
    const work = repeat('test', 1, async () => {
      rounds++
      if (rounds === 1) throw new RangeError('550 <canary@nest.example>')
      await new Promise((resolve) => setTimeout(resolve, 5))
      finished++
    })
    await vi.waitFor(() => expect(finished).toBeGreaterThan(1), 10_000)
    await work.stop()
    const before = rounds
    expect(finished).toBe(before - 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(rounds).toBe(before)
    vi.restoreAllMocks()
    expect(JSON.parse(written.join(''))).toMatchObject({
      ...{ level: 'error', event: 'work-failed', work: 'test', error: 'RangeError' },
      place: expect.stringMatching(/^clockwork\.test\.ts:/),
    })
    expect(written.join('')).not.toContain('canary')
    expect(pulseOf('test')).toMatchObject({ endedAt: expect.any(Number), failedAt: null })
  })
})
