import { expect, test } from 'vitest'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { decodeForm, type Schema } from './decode.ts'

const input = z.strictObject({
  caption: fields.line(),
  minutes: fields.minutes,
  amount: fields.cents,
  receivedAt: fields.instant,
  compliance: fields.calendarDate.nullable(),
  email: fields.maybeEmailAddress,
  urgent: z.boolean(),
  targets: z.array(z.strictObject({ kind: fields.kind('targetKinds'), identifier: fields.line() })),
  numbers: fields.targetNumbers,
  note: fields.text().optional(),
})
const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema

function decoded(entries: [string, string][]): Record<string, unknown> {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return decodeForm(form, schema, { zone: 'America/Los_Angeles', today: '2026-01-05' }) as Record<
    string,
    unknown
  >
}

test('a whole form becomes a whole input', () => {
  const read = decoded([
    ['$ACTION_ID_1', 'x'],
    ['submission', 'abc'],
    ['caption', '=HYPERLINK("http://x")'],
    ['minutes', '1:30'],
    ['amount', '$1,234.50'],
    ['receivedAt', '2026-03-08T03:30'],
    ['compliance', ''],
    ['email', ''],
    ['urgent', 'on'],
    ['targets.0.kind', 'fax'],
    ['targets.0.identifier', '1-323-555-0142'],
    ['targets.2.kind', 'account'],
    ['targets.2.identifier', '7731-0042'],
    ['numbers', '1'],
    ['numbers', '3'],
  ])
  expect(input.parse(read)).toEqual({
    caption: '=HYPERLINK("http://x")',
    minutes: 90,
    amount: 123450,
    receivedAt: Date.UTC(2026, 2, 8, 10, 30),
    compliance: null,
    email: '',
    urgent: true,
    targets: [
      { kind: 'fax', identifier: '1-323-555-0142' },
      { kind: 'account', identifier: '7731-0042' },
    ],
    numbers: [1, 3],
  })
})

test('before scripts arrive, days and times come in words', () => {
  const read = decoded([
    ['compliance', 'Fri 6 Feb'],
    ['receivedAt.on', '1/5/2026'],
    ['receivedAt.time', '5:01 pm'],
  ])
  expect(read).toMatchObject({ compliance: '2026-02-06', receivedAt: Date.UTC(2026, 0, 6, 1, 1) })
})

test('a day and a time in two fields are one instant in the office’s zone', () => {
  const read = decoded([
    ['receivedAt.on', '2026-01-05'],
    ['receivedAt.time', '17:01'],
  ])
  expect(read.receivedAt).toBe(Date.UTC(2026, 0, 6, 1, 1))
})

test.each([
  ['minutes', '90', 90],
  ['minutes', '2h 5', 125],
  ['minutes', '-5', '-5'],
  ['minutes', '1.5', '1.5'],
  ['minutes', 'an hour', 'an hour'],
  ['amount', '12.5', 1250],
  ['amount', '12,50', '12,50'],
  ['amount', 'free', 'free'],
  ['receivedAt', '2026-02-30T10:00', '2026-02-30T10:00'],
  ['numbers', 'x', ['x']],
])(
  '%s typed as "%s" is read as %o, and what cannot be read is left for the schema to refuse',
  (name, typed, read) => {
    expect(decoded([[name, typed]])[name]).toEqual(read)
  },
)

test('an unticked box is false, and a field that was not sent is left out', () => {
  expect(decoded([])).toEqual({ urgent: false, targets: [], numbers: [], compliance: null })
})

test('a day without a time is no instant', () => {
  const read = decoded([
    ['receivedAt.on', '2026-01-05'],
    ['receivedAt.time', ''],
  ])
  expect(input.shape.receivedAt.safeParse(read.receivedAt).success).toBe(false)
})
