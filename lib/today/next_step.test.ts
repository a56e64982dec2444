import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/access/actor.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import type { Role } from '#lib/kinds.ts'
import { grouped, isWhose, type Row, rowsFor } from './board.ts'
import { mayDo, nextStep } from './next_step.ts'
import { isOnToday, type Task, task } from './task.ts'

const d = calendarDate
const person = (id: number, ...roles: Role[]): Actor => ({
  kind: 'person',
  id,
  name: 'P',
  roles,
  sessionId: 1,
})

const some = (given: Partial<Task>): Task =>
  task({ group: 'review', verb: 'Judge it', reason: '', dueOn: null, href: '/x', may: ['intake'], ...given })

const decide = some({ group: 'own-objection', verb: 'Decide', dueOn: d('2026-02-11'), may: ['counsel'] })
const judge = some({ dueOn: d('2026-02-13') })
const terms = some({ group: 'terms', verb: 'Send the terms', dueOn: d('2026-02-13') })
const close = some({ group: 'close', verb: 'Close it', fromOn: 'never' })
const release = some({ group: 'produce', verb: 'Release', may: ['custodian'], notBy: [7] })

describe('the one next step', () => {
  test.each([
    ['what is due first', [judge, decide], person(1, 'intake', 'counsel'), 'Decide', true],
    [
      'of two due together the one that stands first on Today',
      [terms, judge],
      person(1, 'intake'),
      'Judge it',
      true,
    ],
    [
      'what is theirs before what is sooner and is not',
      [decide, judge],
      person(1, 'intake'),
      'Judge it',
      true,
    ],
    ['what it waits for, where nothing is theirs', [decide, release], person(1, 'auditor'), 'Decide', false],
    ['nobody releases what they prepared', [release], person(7, 'custodian'), 'Release', false],
    ['another person does', [release], person(8, 'custodian'), 'Release', true],
    ['closing comes after everything that has a day', [close, judge], person(1, 'intake'), 'Judge it', true],
  ] as const)('is %s', (_, tasks, actor, verb, isTheirs) => {
    expect(nextStep(tasks, actor)).toMatchObject({ task: { verb }, isTheirs })
  })

  test('is none where there is no task', () => {
    expect(nextStep([], person(1, 'counsel'))).toBeNull()
  })
})

test.each([
  [null, true],
  ['2026-02-10', true],
  ['2026-02-11', false],
  ['never', false],
] as const)('a task from %s stands on Today, 10 February: %s', (fromOn, stands) => {
  const from = fromOn === null || fromOn === 'never' ? fromOn : d(fromOn)
  expect(isOnToday({ fromOn: from }, d('2026-02-10'))).toBe(stands)
})

const row = (given: Partial<Row>): Row => ({
  ...judge,
  sight: 'case',
  reference: 'S-2026-00042',
  openHref: '/subpoenas/S-2026-00042',
  caption: 'Larkmoor Dental v. Doe 1',
  under: '',
  assigneeId: null,
  ...given,
})

describe('the rows of an actor', () => {
  const rows = [
    row({}),
    row({ sight: 'money', reference: 'INV-2026-00009', may: ['billing'] }),
    row({ sight: 'office', reference: 'Mail', openHref: null, may: ['administrator'] }),
  ]
  test.each([
    ['intake', ['S-2026-00042']],
    ['counsel', ['S-2026-00042', 'INV-2026-00009']],
    ['billing', ['INV-2026-00009']],
    ['administrator', ['Mail']],
    ['auditor', ['S-2026-00042', 'INV-2026-00009', 'Mail']],
  ] as const)('%s sees %j', (role, references) => {
    expect(rowsFor(rows, person(1, role)).map(({ reference }) => reference)).toEqual(references)
  })

  test('lead to the thing itself where the step is not theirs', () => {
    expect(rowsFor(rows, person(1, 'intake'))[0]?.href).toBe('/x')
    expect(rowsFor(rows, person(1, 'custodian'))[0]?.href).toBe('/subpoenas/S-2026-00042')
    expect(mayDo(person(1, 'custodian'), judge)).toBe(false)
  })

  test('are theirs, or nobody’s, by who looks after them', () => {
    const me = person(5, 'intake')
    expect([5, null, 6].map((assigneeId) => isWhose({ assigneeId }, 'mine', me))).toEqual([
      true,
      false,
      false,
    ])
    expect([5, null].map((assigneeId) => isWhose({ assigneeId }, 'unassigned', me))).toEqual([false, true])
  })

  test('stand in the order of the groups, and in one by day, then by number', () => {
    const all = grouped([
      row({ group: 'overdue', reference: 'INV-2' }),
      row({ group: 'review', reference: 'S-2', dueOn: null }),
      row({ group: 'review', reference: 'S-3', dueOn: d('2026-02-13') }),
      row({ group: 'review', reference: 'S-1', dueOn: d('2026-02-13') }),
      row({ group: 'mail', reference: 'S-9' }),
    ])
    expect(all.map(({ group, rows }) => [group, rows.map(({ reference }) => reference)])).toEqual([
      ['mail', ['S-9']],
      ['review', ['S-1', 'S-3', 'S-2']],
      ['overdue', ['INV-2']],
    ])
  })
})
