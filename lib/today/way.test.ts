import { expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { type WayFacts, wayOf } from './way.ts'

const d = calendarDate
const plain: WayFacts = {
  stage: 'to-review',
  billing: 'none',
  receivedOn: d('2026-01-29'),
  acceptedOn: null,
  endedOn: null,
  answeredOn: null,
  invoicedOn: null,
  lanes: [],
}
const accepted = { acceptedOn: d('2026-01-30') }
const answered = { ...accepted, stage: 'answered', answeredOn: d('2026-02-17') } as const

test.each<[string, Partial<WayFacts>, string]>([
  [
    'to review',
    {},
    '✓Received > [To review] > On hold > Ready to produce > Produced > Invoiced > Paid > Closed',
  ],
  ['deficient', { stage: 'deficient' }, '✓Received > [Deficient]'],
  ['withdrawn', { ...accepted, stage: 'withdrawn' }, '✓Received > [Withdrawn] > Closed'],
  [
    'on hold, with lanes that differ',
    {
      ...accepted,
      stage: 'on-hold',
      lanes: [
        { number: 1, lane: 'on-hold' },
        { number: 2, lane: 'on-hold' },
        { number: 3, lane: 'stayed' },
        { number: 4, lane: 'on-hold' },
      ],
    },
    '✓Received > ✓Accepted > [On hold A, B, D; C stayed] > Ready to produce > Produced > Invoiced > Paid > Closed',
  ],
  [
    'stayed, when the rest was produced and invoiced',
    {
      ...{ ...accepted, stage: 'stayed', invoicedOn: d('2026-02-17') },
      lanes: [
        { number: 1, lane: 'released' },
        { number: 2, lane: 'stayed' },
      ],
    },
    '✓Received > ✓Accepted > [Stayed B; A released] > Ready to produce > Produced 1 of 2 > Invoiced in part > Paid > Closed',
  ],
  [
    'to notify',
    { ...accepted, stage: 'to-notify', lanes: [{ number: 1, lane: 'to-notify' }] },
    '✓Received > ✓Accepted > [To notify] > On hold > Ready to produce > Produced > Invoiced > Paid > Closed',
  ],
  [
    'answered, work not billed',
    { ...answered, billing: 'unbilled' },
    '✓Received > ✓Accepted > ✓Answered > [To invoice] > Paid > Closed',
  ],
  [
    'answered and overdue',
    { ...answered, billing: 'overdue' },
    '✓Received > ✓Accepted > ✓Answered > ✓Invoiced > [Payment overdue] > Closed',
  ],
  ['answered without money', answered, '✓Received > ✓Accepted > [Answered] > Closed'],
  [
    'paid',
    { ...answered, billing: 'paid' },
    '✓Received > ✓Accepted > ✓Answered > ✓Invoiced > [Paid] > Closed',
  ],
  [
    'closed',
    { ...answered, stage: 'closed', billing: 'paid' },
    '✓Received > ✓Accepted > ✓Answered > ✓Invoiced > ✓Paid > [Closed]',
  ],
  ['closed by referral', { stage: 'closed' }, '✓Received > [Closed]'],
])('%s', (_, facts, way) => {
  const said = wayOf({ ...plain, ...facts }).map(({ name, state, lanes }) => {
    const words = [name, lanes].filter(Boolean).join(' ')
    return state === 'done' ? `✓${words}` : state === 'now' ? `[${words}]` : words
  })
  expect(said.join(' > ')).toBe(way)
})
