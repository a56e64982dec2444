import { existsSync, globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '#lib/access/actor.ts'
import { mayOpen } from '#lib/access/pages.ts'
import { type CalendarDate, calendarDate } from '#lib/calendar/date.ts'
import { instantOf } from '#lib/calendar/instant.ts'
import { kindsOf, type Role } from '#lib/kinds.ts'
import { cents } from '#lib/money.ts'
import { someDay, someFacts } from '#lib/subpoena/arbitrary.ts'
import { caseToday } from '#lib/today/case_file.ts'
import { calendarInTest, caseInTest } from '#lib/today/file_in_test.ts'
import { mailTask } from '#lib/today/mail_tasks.ts'
import { moneyTasks } from '#lib/today/money_tasks.ts'
import { obstacles } from '#lib/today/obstacles.ts'
import { caseTasks } from '#lib/today/tasks.ts'
import { moneyVerbs, verbsFor } from '#lib/today/verbs.ts'

const desk = join(import.meta.dirname, '..')
const patterns = globSync('**/page.tsx', { cwd: desk }).map((file) => {
  const parts = dirname(file).split('/')
  return new RegExp(`^/${parts.map((part) => (part.startsWith('[') ? '[^/]+' : part)).join('/')}$`)
})
const isPage = (href: string) => patterns.some((pattern) => pattern.test(href.split('?')[0] ?? ''))
const person = (role: Role): Actor => ({ kind: 'person', id: 1, name: 'P', roles: [role], sessionId: 1 })
const at = (day: CalendarDate) => ({ today: day, now: instantOf(day, '10:00', 'America/Los_Angeles') })

const someCase = fc.record({ facts: someFacts, today: someDay, full: fc.boolean() }).map((given) => {
  const { file } = caseInTest(`${given.today} 10:00`)
  const on = given.today
  const more = {
    snapshots: [],
    doesNotObject: false,
    checks: { done: given.full ? 10 : 2, failed: 1, of: 10 },
    pendingNotices: [{ number: 0, state: 'unsure' as const, on }],
    askedReleases: [{ number: 1, ground: 'emergency' as const, askedOn: on, opensOn: on, askedById: 5 }],
    objections: kindsOf('objectionKinds').map((kind, index) => {
      const effect = given.full ? ('stays-part' as const) : ('extends-to-day' as const)
      return { number: index + 1, kind, effect, receivedOn: on, extendsToOn: on, outcome: null }
    }),
    productions: [
      {
        number: 1,
        kind: 'records' as const,
        pages: 3,
        targets: given.facts.targets.map(({ number }) => number),
        preparedById: 9,
        preparedBy: 'T. Ferrand',
        releasedOn: given.full ? on : null,
        isShipped: false,
        hasLeft: false,
      },
    ],
  }
  return caseToday({ ...file, ...more, facts: given.facts }, calendarInTest, at(on))
})

test('enough pages were found for this to mean something', () => {
  expect(existsSync(join(desk, 'today/page.tsx'))).toBe(true)
  expect(patterns.length).toBeGreaterThan(30)
})

test('every step leads to a page that is there, and that those who may take it may open', () => {
  fc.assert(
    fc.property(someCase, (one) => {
      for (const { href, may, verb } of caseTasks(one)) {
        expect(isPage(href), `${verb}: ${href}`).toBe(true)
        for (const role of may) expect(mayOpen(person(role as Role), href), `${role} at ${href}`).toBe(true)
      }
      for (const { clear } of obstacles(one)) if (clear) expect(isPage(clear.href), clear.href).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('so does everything in the menu of a subpoena', () => {
  for (const judgement of ['accepted', 'deficient', null] as const) {
    for (const closed of [true, false]) {
      const one = caseInTest('2026-02-10', { facts: { judgement, closed } })
      for (const role of kindsOf('roles')) {
        for (const { href } of verbsFor(one, person(role))) {
          expect(isPage(href) && mayOpen(person(role), href), `${role} at ${href}`).toBe(true)
        }
      }
    }
  }
  for (const { href } of moneyVerbs('S-2026-00042', person('billing'))) {
    expect(isPage(href) && mayOpen(person('billing'), href), href).toBe(true)
  }
})

test('and every step about money or mail', () => {
  const today = calendarDate('2026-02-10')
  const invoice = {
    number: 'INV-2026-00009',
    balance: cents(100),
    issuedOn: today,
    dueOn: calendarDate('2026-02-09'),
    sentOn: null,
    billTo: 'Sable Finch LLP',
  }
  const tasks = [
    ...moneyTasks(
      {
        reference: 'S-2026-00042',
        unbilled: { total: cents(100), lastWorkedOn: today },
        isAnswered: true,
        invoices: [
          { ...invoice, state: 'overdue' },
          { ...invoice, state: 'awaiting-receipt' },
        ],
        writeOffs: [{ invoice: 'INV-2026-00009', cents: cents(100), askedOn: today, askedById: 6 }],
      },
      today,
    ),
    mailTask({
      messageId: '<a@b.test>',
      kind: 'letter',
      state: 'failed',
      on: today,
      may: ['intake'],
      stoppedWhy: '',
    }),
  ]
  expect(tasks).toHaveLength(5)
  for (const { href, may } of tasks) {
    expect(isPage(href), href).toBe(true)
    for (const role of may) expect(mayOpen(person(role as Role), href), `${role} at ${href}`).toBe(true)
  }
})
