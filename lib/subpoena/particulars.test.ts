import { expect, test } from 'vitest'
import { againstChanging } from './particulars.ts'

const facts = (answered: 'records' | 'no-records' | null) => ({
  ...{ closed: false, judgement: 'accepted' as const },
  targets: [{ answered: null }, { answered }],
})

test.each([
  { answered: null, field: 'requester', kind: null },
  { answered: 'records', field: 'requester', kind: 'requester-of-a-release' },
  { answered: 'no-records', field: 'requester', kind: 'requester-of-a-release' },
  { answered: 'records', field: 'billTo', kind: null },
  { answered: 'records', field: 'court', kind: 'frozen-by-judgement' },
] as const)('$field after an answer of $answered: $kind', ({ answered, field, kind }) => {
  expect(againstChanging(facts(answered), [field])?.refusal.kind ?? null).toBe(kind)
})
