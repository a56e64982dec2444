import { describe, expect, test } from 'vitest'
import { commandWords, historyAddress, historyAsked, shortHash } from './filter.ts'

describe('what is asked of the history', () => {
  test.each([
    [{}, { person: null, command: null, about: '' }, null, 'nothing: the newest of all'],
    [{ about: 's-2026-42' }, { about: 'S-2026-00042' }, null, 'a reference as people type it'],
    [{ about: 'INV 2026-17' }, { about: 'INV-2026-00017' }, null, 'an invoice as people type it'],
    [{ about: 'R-7' }, { about: 'R-7' }, null, 'a requester has no history of its own'],
    [{ about: 'Larkmoor' }, { about: 'Larkmoor' }, null, 'what was typed is shown again'],
    [{ person: ' Ada\u0000Wren ' }, { person: 'Ada Wren' }, null, 'control characters'],
    [{ command: "'; drop" }, { command: null }, null, 'no name of a command'],
    [{ command: ['record-payment', 'x'] }, { command: 'record-payment' }, null, 'given twice'],
    [{ before: '31' }, {}, { before: 31 }, 'what is older'],
    [{ after: '31' }, {}, { after: 31 }, 'what is newer'],
    [{ before: '1e9', after: '-3' }, {}, null, 'no numbers of entries'],
  ])('%o: %s', (asked, filter, cursor, _because) => {
    expect(historyAsked(asked)).toMatchObject({ filter, cursor })
  })

  test('an address reads back as what it was made of', () => {
    const filter = { person: 'Ada & Wren', command: 'record-payment', about: 'INV-2026-00017' }
    for (const cursor of [null, { before: 31 }, { after: 4 }]) {
      const query = new URL(historyAddress(filter, cursor), 'http://desk.test').searchParams
      expect(historyAsked(Object.fromEntries(query))).toEqual({ filter, cursor })
    }
    expect(historyAddress({})).toBe('/history')
  })
})

test('commands and hashes as the screen shows them', () => {
  expect(commandWords('record-payment')).toBe('Record payment')
  expect(shortHash(`7ae0${'f'.repeat(58)}51`)).toBe('7ae0…51')
})
