import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, calendarDate, daysBetween, weekdayOf } from '#lib/calendar/date.ts'
import { weekdayName } from '#lib/calendar/format.ts'
import { clockDays } from './clock_days.ts'

const today = calendarDate('2026-02-10')
const on = (text: string) => ({ on: calendarDate(text) })
const whyClosed = (date: CalendarDate) => (weekdayOf(date) > 5 ? weekdayName(date) : null)
const strip = (facts: Partial<Parameters<typeof clockDays>[0]>) =>
  clockDays({ today, events: [], bars: [], whyClosed, ...facts })

describe('the lines of the strip', () => {
  test('every day stands on exactly one line, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -60, max: 120 }), { maxLength: 8 }),
        fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 0, max: 50 })), {
          maxLength: 4,
        }),
        (offsets, spans) => {
          const lines = strip({
            events: offsets.map((offset) => ({ on: addDays(today, offset) })),
            bars: spans.map(([from, length], index) => ({
              name: String(index),
              from: addDays(today, from),
              to: addDays(today, from + length),
            })),
          })
          for (const [index, line] of lines.entries()) {
            const next = lines[index + 1]
            if (next) expect(daysBetween(line.on, next.on)).toBe(line.days)
          }
          expect(lines.filter((line) => line.isToday)).toHaveLength(1)
          expect(lines.flatMap((line) => line.events)).toHaveLength(offsets.length)
        },
      ),
    )
  })

  test('a stretch in which nothing happens for longer than a week is one line', () => {
    const lines = strip({ events: [on('2026-04-20')] })
    expect(lines.find((line) => line.days > 1)).toMatchObject({
      on: '2026-02-11',
      days: 68,
      label: '68 days',
    })
  })

  test('a month is named once, over its first named day', () => {
    const labels = strip({ events: [on('2026-01-29'), on('2026-02-02')] }).map((line) => line.label)
    expect(labels.filter((label) => label !== '')).toEqual(['Thu 29', 'Feb', 'Mon 2', 'Tue 10'])
  })

  test('a month without an empty line over it stands beside its day', () => {
    const labels = strip({ events: [on('2026-01-31'), on('2026-02-01')] }).map((line) => line.label)
    expect(labels).toContain('Sun 1 Feb')
  })
})

describe('the bars', () => {
  const looks = (bar: { to: string | null; stayedFrom?: string }, day: string) =>
    strip({
      bars: [
        {
          name: 'A',
          from: calendarDate('2026-02-09'),
          to: bar.to === null ? null : calendarDate(bar.to),
          stayedFrom: bar.stayedFrom ? calendarDate(bar.stayedFrom) : null,
        },
      ],
      events: [on('2026-02-08'), on('2026-02-16')],
    }).find((line) => line.on === day)?.pieces[0]

  test.each([
    { day: '2026-02-08', piece: { look: 'name' }, because: 'its letters stand over its first day' },
    { day: '2026-02-09', piece: { look: 'run', first: true }, because: 'yesterday was run' },
    { day: '2026-02-10', piece: { look: 'run' }, because: 'today counts as run' },
    { day: '2026-02-11', piece: { look: 'left' }, because: 'tomorrow is left' },
    { day: '2026-02-13', piece: { look: 'left', last: true }, because: 'the last day is included' },
    { day: '2026-02-14', piece: null, because: 'the hold is over' },
  ])('$day: $because', ({ day, piece }) => {
    const found = looks({ to: '2026-02-13' }, day)
    if (piece === null) expect(found).toBeNull()
    else expect(found).toMatchObject(piece)
  })

  test('a stay draws two open lines without a foot, past the day on which the hold would have ended', () => {
    expect(looks({ to: '2026-02-13', stayedFrom: '2026-02-10' }, '2026-02-09')?.look).toBe('run')
    expect(looks({ to: '2026-02-13', stayedFrom: '2026-02-10' }, '2026-02-16')).toMatchObject({
      look: 'stayed',
    })
  })

  test('a hold without an end runs on', () => {
    expect(looks({ to: null }, '2026-02-16')).toMatchObject({ look: 'left', last: false })
  })
})

test('a collision is a bracket from one day to the other, with its words between them', () => {
  const collision = { from: calendarDate('2026-02-13'), to: calendarDate('2026-02-17'), words: '4 days' }
  const bracket = strip({ collision }).flatMap((line) => (line.bracket ? [[line.on, line.bracket]] : []))
  expect(bracket).toEqual([
    ['2026-02-13', 'first'],
    ['2026-02-14', 'middle'],
    ['2026-02-15', 'words'],
    ['2026-02-16', 'middle'],
    ['2026-02-17', 'last'],
  ])
})
