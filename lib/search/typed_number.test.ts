import { expect, test } from 'vitest'
import { typedNumber } from './typed_number.ts'

test.each([
  ['S-2026-00042', 'subpoena', 'S-2026-00042'],
  [' s-2026-42 ', 'subpoena', 'S-2026-00042'],
  ['s 2026 42', 'subpoena', 'S-2026-00042'],
  ['S-2026-123456', 'subpoena', 'S-2026-123456'],
  ['INV-2026-00017', 'invoice', 'INV-2026-00017'],
  ['inv 2026-17', 'invoice', 'INV-2026-00017'],
  ['inv2026-17', 'invoice', 'INV-2026-00017'],
  ['R-00007', 'requester', 'R-00007'],
  ['r-7', 'requester', 'R-00007'],
  ['ob-3', 'invoice', 'OB-00003'],
])('“%s” names %s %s', (typed, noun, number) => {
  expect(typedNumber(typed)).toEqual({ noun, number })
})

test.each([
  '',
  '2026-00042',
  'S-2026',
  'S-26-42',
  'S-2026-00042 v.',
  'IS-2026-00042',
  '2:26-cv-42',
  'R',
  'S-2026-0000000042',
])('“%s” is a search for words', (typed) => {
  expect(typedNumber(typed)).toBeNull()
})
