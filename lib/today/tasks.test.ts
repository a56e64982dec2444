import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { instantOf } from '#lib/calendar/instant.ts'
import { someDay, someFacts } from '#lib/subpoena/arbitrary.ts'
import { stageOf } from '#lib/subpoena/stage.ts'
import { caseToday } from './case_file.ts'
import { calendarInTest, caseInTest, instantInTest, notice } from './file_in_test.ts'
import { groupOrder, isOnToday, placeOf } from './task.ts'
import { caseTasks } from './tasks.ts'

const d = calendarDate
type Wanted = Parameters<typeof caseInTest>[1]

/** "group: verb, reason · due" of each task that stands on Today. */
function said(now: string, wanted?: Wanted): string[] {
  return caseTasks(caseInTest(now, wanted))
    .filter((task) => isOnToday(task, d(now.slice(0, 10))))
    .map(({ group, verb, reason, dueOn }) => `${group}: ${verb}, ${reason} · ${dueOn ?? 'no day'}`)
}

const production = {
  number: 1,
  kind: 'records',
  pages: 14,
  targets: [1],
  preparedById: 7,
  preparedBy: 'T. Ferrand',
  releasedOn: null,
  isShipped: false,
  hasLeft: false,
} as const

const untold: Wanted = { targets: [{ notices: [] }] }

describe('one case at a time', () => {
  const cases: [name: string, now: string, wanted: Wanted, tasks: string[]][] = [
    ['a hold that runs asks nothing', '2026-02-03', {}, []],
    [
      'on the day before the hold ends the records are to be gathered',
      '2026-02-11',
      {},
      ['holds: Gather the records, release opens Tue 17 Feb · 2026-02-13'],
    ],
    [
      'on the last day the inbox too',
      '2026-02-13',
      { targets: [{ notices: [notice('2026-01-29')], prepared: true }] },
      ['holds: Look at the objection inbox, release opens Tue 17 Feb · 2026-02-13'],
    ],
    [
      'a look of this day clears it',
      '2026-02-13',
      {
        facts: { inboxLookedAt: instantInTest('2026-02-13 08:00') },
        targets: [{ notices: [notice('2026-01-29')], prepared: true }],
      },
      [],
    ],
    [
      'when release has opened a production is prepared',
      '2026-02-17',
      { facts: { complianceOn: d('2026-02-20') } },
      ['produce: Prepare the production, release opened Tue 17 Feb · 2026-02-20'],
    ],
    [
      'a prepared one waits for a look into the inbox',
      '2026-02-17',
      { targets: [{ notices: [notice('2026-01-29')], prepared: true }], productions: [production] },
      [
        'holds: Look at the objection inbox, a production is prepared, and nobody has looked for a day · 2026-02-17',
      ],
    ],
    [
      'and then for the second person',
      '2026-02-17',
      {
        facts: { inboxLookedAt: instantInTest('2026-02-17 08:00') },
        targets: [{ notices: [notice('2026-01-29')], prepared: true }],
        productions: [production],
      },
      ['produce: Release, as second person, 14 pages, prepared by T. Ferrand · no day'],
    ],
    [
      'with terms refused counsel decides, and nobody is sent to release',
      '2026-02-17',
      {
        facts: { terms: 'refused', inboxLookedAt: instantInTest('2026-02-17 08:00') },
        targets: [{ notices: [notice('2026-01-29')], prepared: true }],
        productions: [production],
      },
      ['terms: Decide: terms refused, the subpoena still binds us · no day'],
    ],
    [
      'a production that also names a held target cannot leave as it is',
      '2026-02-17',
      {
        targets: [
          { notices: [notice('2026-01-29')], prepared: true },
          { notices: [notice('2026-02-16')], prepared: true },
        ],
        productions: [{ ...production, targets: [1, 2] }],
      },
      ['produce: Set it aside and prepare it anew, it names B, which may not leave yet · no day'],
    ],
    [
      'what was released is sent on its way',
      '2026-02-18',
      {
        targets: [{ notices: [notice('2026-01-29')], answered: 'records' }],
        productions: [{ ...production, releasedOn: d('2026-02-17') }],
        hasMoneyOpen: true,
      },
      ['produce: Send it on its way, 14 pages, released Tue 17 Feb · 2026-02-17'],
    ],
    [
      'an answered case asks nothing any more',
      '2026-02-18',
      {
        targets: [{ notices: [notice('2026-01-29')], answered: 'records' }],
        productions: [{ ...production, releasedOn: d('2026-02-17'), isShipped: true, hasLeft: true }],
      },
      [],
    ],
    [
      'a notice waits until the day from which it lengthens the hold',
      '2026-02-02',
      untold,
      ['notices: Send the notice, from Wed 4 Feb the hold moves to Tue 17 Feb · 2026-02-03'],
    ],
    [
      'on that day it says what tomorrow costs',
      '2026-02-03',
      untold,
      ['notices: Send the notice, from tomorrow the hold moves to Tue 17 Feb · 2026-02-03'],
    ],
    [
      'afterwards each day costs one',
      '2026-02-05',
      untold,
      ['notices: Send the notice, each day adds one to the hold · 2026-02-03'],
    ],
    [
      'a Korean letter is looked at first, and two subscribers are two notices',
      '2026-02-02',
      { targets: [{ subscriberId: 2 }] },
      [
        'notices: Check the Korean letter, then send, from Wed 4 Feb the hold moves to Tue 17 Feb · 2026-02-03',
      ],
    ],
    [
      'two targets of one subscriber are one notice, of two are two',
      '2026-02-05',
      { targets: [{}, {}, { subscriberId: 2 }] },
      ['notices: Send 2 notices, each day adds one to the hold · 2026-02-03'],
    ],
    [
      'a notice in the outbox needs nobody',
      '2026-02-02',
      {
        targets: [{ notices: [notice(null)] }],
        pendingNotices: [{ number: 1, state: 'waiting', on: d('2026-02-02') }],
      },
      [],
    ],
    [
      'one that nobody knows of waits for a person',
      '2026-02-02',
      {
        targets: [{ notices: [notice(null)] }],
        pendingNotices: [{ number: 1, state: 'unsure', on: d('2026-02-02') }],
      },
      [
        'mail: Find out whether it went, the connection broke; a notice is not sent twice unasked · 2026-02-02',
      ],
    ],
    [
      'one written to a file is no delivery',
      '2026-02-02',
      {
        targets: [{ notices: [notice(null)] }],
        pendingNotices: [{ number: 1, state: 'written', on: d('2026-02-02') }],
      },
      ['mail: Say how it was delivered, it was written to a file, and that is no delivery · 2026-02-02'],
    ],
    [
      'a notice that failed is posted',
      '2026-02-10',
      {
        targets: [{ notices: [notice(null, true)] }],
        failedNotices: new Map([[1, { on: d('2026-02-10'), wasStopped: false }]]),
      },
      ['mail: Post a letter, its e-mail failed; the hold waits for one that arrives · 2026-02-10'],
    ],
    [
      'a paper that was just logged is to be kept, judged and answered with terms',
      '2026-01-29',
      {
        facts: { judgement: null, terms: null },
        snapshots: [],
        checks: { done: 3, failed: 0, of: 10 },
        targets: [{ found: null, subscriberId: null }],
      },
      [
        'preserve: Ask for the snapshot, before anything is judged, so that nothing is lost · 2026-01-29',
        'review: Judge it, 3 of 10 checks done · 2026-02-03',
        'terms: Send the terms, acceptance waits for them · 2026-02-03',
      ],
    ],
    [
      'a snapshot that was asked for is followed until the logs are lost',
      '2026-01-30',
      {
        snapshots: [
          { askedOf: 'Operations', askedOn: d('2026-01-29'), logsLostOn: d('2026-02-09'), done: false },
        ],
      },
      ['preserve: See that it is kept, asked of Operations; logs are lost on Mon 9 Feb · 2026-02-08'],
    ],
    [
      'a government’s demand is referred and nothing else',
      '2026-01-29',
      {
        facts: { judgement: null, terms: null, governmental: true },
        snapshots: [],
        targets: [{ found: null }],
      },
      ['review: Refer it, a government’s demand is not for this desk · 2026-01-29'],
    ],
    [
      'unknown subscribers are looked for',
      '2026-01-30',
      {
        targets: [
          { found: null, subscriberId: null },
          { found: null, subscriberId: null },
        ],
      },
      ['research: Find the subscriber of A and B, the notice waits for it · 2026-02-03'],
    ],
    [
      'terms that were sent are asked for again when the hold is about to end',
      '2026-02-11',
      { facts: { terms: 'sent' }, targets: [{ notices: [notice('2026-01-29')], prepared: true }] },
      ['terms: Ask again for the terms, not answered; release opens Tue 17 Feb · 2026-02-17'],
    ],
    [
      'our own objection is decided a business day ahead, and says that the clocks collide',
      '2026-02-10',
      {
        facts: { complianceOn: d('2026-02-13') },
        doesNotObject: false,
        targets: [{ notices: [notice('2026-01-29')], prepared: true }],
      },
      ['own-objection: Decide on our own objection, release opens after the compliance day · 2026-02-11'],
    ],
    [
      'once it is decided the compliance day asks for more time',
      '2026-02-10',
      {
        facts: { complianceOn: d('2026-02-13') },
        targets: [{ notices: [notice('2026-01-29')], prepared: true }],
      },
      [
        'compliance: Ask for more time, release opens Tue 17 Feb, four days after its compliance day, Fri 13 Feb · 2026-02-13',
      ],
    ],
    [
      'our own objection answers both',
      '2026-02-10',
      {
        facts: { complianceOn: d('2026-02-13') },
        doesNotObject: false,
        objections: [
          {
            number: 1,
            kind: 'provider',
            effect: 'none',
            receivedOn: d('2026-02-09'),
            extendsToOn: null,
            outcome: null,
          },
        ],
        targets: [{ notices: [notice('2026-01-29')], prepared: true }],
      },
      [],
    ],
    [
      'a written objection lapses when nobody moved in twenty days',
      '2026-03-03',
      {
        objections: [
          {
            number: 1,
            kind: 'statutory',
            effect: 'stays-part',
            receivedOn: d('2026-02-09'),
            extendsToOn: null,
            outcome: null,
          },
        ],
        targets: [
          {
            notices: [notice('2026-01-29')],
            objections: [
              { number: 1, kind: 'statutory', effect: 'stays-part', extendsToOn: null, outcome: null },
            ],
          },
        ],
      },
      ['objections: Record the outcome, the days to move end Mon 2 Mar · 2026-03-03'],
    ],
    [
      'an early release waits for another counsel, an emergency at once',
      '2026-02-03',
      {
        askedReleases: [
          {
            number: 1,
            ground: 'emergency',
            askedOn: d('2026-02-03'),
            opensOn: d('2026-02-04'),
            askedById: 5,
          },
        ],
      },
      ['early-releases: Decide on early release, emergency: danger of death or serious injury · 2026-02-03'],
    ],
  ]

  test.each(cases)('%s', (_, now, wanted, tasks) => {
    expect(said(now, wanted)).toEqual(tasks)
  })
})

const zone = 'America/Los_Angeles'

describe('any case', () => {
  const someCase = fc.record({ facts: someFacts, today: someDay }).map(({ facts, today }) => {
    const { file } = caseInTest(`${today} 10:00`)
    const prepared = facts.targets.filter((target) => target.prepared).map((target) => target.number)
    const productions = prepared.length > 0 ? [{ ...production, targets: prepared }] : []
    const whole = { ...file, facts, productions }
    return caseToday(whole, calendarInTest, { today, now: instantOf(today, '10:00', zone) })
  })

  test('whose stage needs a person stands on Today at least once', () => {
    const needy = ['to-review', 'to-research', 'to-notify', 'ready']
    fc.assert(
      fc.property(someCase, (one) => {
        fc.pre(needy.includes(stageOf(one.facts, one.calendar, one.today)))
        expect(caseTasks(one).filter((task) => isOnToday(task, one.today))).not.toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('never sends anybody to release what is blocked', () => {
    fc.assert(
      fc.property(someCase, (one) => {
        const release = caseTasks(one).some(({ verb }) => verb.startsWith('Release'))
        const lanes = one.lanes.filter(({ target }) => target.prepared).map(({ state }) => state.lane)
        if (release) expect(lanes.every((lane) => lane === 'ready' || lane === 'no-records')).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('has its tasks in the order of the groups, and each names one role at least', () => {
    fc.assert(
      fc.property(someCase, (one) => {
        const tasks = caseTasks(one)
        const places = tasks.map(({ group }) => placeOf(group))
        expect(places).toEqual([...places].sort((a, b) => a - b))
        for (const { may, href, group } of tasks) {
          expect(may.length).toBeGreaterThan(0)
          expect(href).toMatch(/^\/(subpoenas\/S-2026-00042|mail)/)
          expect(groupOrder).toContain(group)
        }
      }),
    )
  })
})
