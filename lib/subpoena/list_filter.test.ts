import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { billingLabels } from '#lib/billing/labels.ts'
import { endedStages, type ListFilter, listAddress, listFilter, openStages, sorts } from './list_filter.ts'
import { stageLabels } from './stage.ts'

const plain = listFilter({})

describe('the filter of a list', () => {
  test('without anything asked is the open ones, the newest first', () => {
    expect(plain).toEqual({
      stage: 'open',
      billing: null,
      person: null,
      requester: null,
      text: '',
      sort: 'newest',
      page: 1,
    })
    expect(listAddress(plain)).toBe('/subpoenas')
  })

  test('with words looks at every stage, unless one is chosen', () => {
    expect(listFilter({ text: 'Doe' }).stage).toBe('all')
    expect(listAddress(listFilter({ text: 'Doe' }))).toBe('/subpoenas?text=Doe')
    expect(listFilter({ text: 'Doe', stage: 'open' }).stage).toBe('open')
    expect(listAddress(listFilter({ text: 'Doe', stage: 'open' }))).toBe('/subpoenas?stage=open&text=Doe')
  })

  test('every stage is open or ended, and none is both', () => {
    expect([...openStages, ...endedStages].sort()).toEqual(Object.keys(stageLabels).sort())
  })

  const filters: fc.Arbitrary<ListFilter> = fc.record({
    stage: fc.constantFrom('open', 'all', 'on-hold', 'closed'),
    billing: fc.constantFrom(null, ...(Object.keys(billingLabels) as (keyof typeof billingLabels)[])),
    person: fc.constantFrom(null, 'mine', 'unassigned', 'Søren & Co', '김철수'),
    requester: fc.constantFrom(null, 'R-00007'),
    text: fc.string({ maxLength: 150 }).map((text) => listFilter({ text }).text),
    sort: fc.constantFrom(...(Object.keys(sorts) as (keyof typeof sorts)[])),
    page: fc.integer({ min: 1, max: 9999 }),
  })

  test('is read back from its address as it was', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const { searchParams } = new URL(listAddress(filter, { page: filter.page }), 'http://desk.test')
        expect(listFilter(Object.fromEntries(searchParams))).toEqual(filter)
      }),
    )
  })

  test('begins at its first page when something else changes', () => {
    const filter = listFilter({ stage: 'on-hold', text: 'Doe', page: '3' })
    expect(listAddress(filter, { billing: 'due' })).toBe('/subpoenas?stage=on-hold&billing=due&text=Doe')
    expect(listAddress(filter, { page: 4 })).toBe('/subpoenas?stage=on-hold&text=Doe&page=4')
  })

  test.each([
    ['an unknown stage', { stage: 'constructor' }],
    ['an unknown billing', { billing: '__proto__' }],
    ['an unknown sort', { sort: 'toString' }],
    ['a page that is none', { page: '-1' }],
    ['a page with a point', { page: '1.5' }],
    ['a page without end', { page: '1e9' }],
    ['a requester that is none', { requester: '7' }],
    ['control characters alone', { text: '\u0000\r\n\t' }],
  ])('leaves out %s', (_name, asked) => {
    expect(listFilter(asked)).toEqual(plain)
  })

  test('takes the first of several, at most 200 characters, composed', () => {
    expect(listFilter({ text: ['A\u030Astro\u0308m\r\nv. Doe', 'b'] }).text).toBe('Åström v. Doe')
    expect(listFilter({ text: '𓀀'.repeat(300) }).text).toBe('𓀀'.repeat(200))
  })
})
