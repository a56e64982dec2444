import { describe, expect, test } from 'vitest'
import { caseNumberKey } from './case_number.ts'
import { identifierKey, targetsIn } from './identifier.ts'

describe('pasted targets', () => {
  test.each([
    { line: 'fax 1-323-555-0142', kind: 'fax', identifier: '1-323-555-0142', period: '' },
    {
      line: '203.0.113.7 2026-01-05 10:22 PST port 51123',
      kind: 'ip-address',
      identifier: '203.0.113.7',
      period: '2026-01-05 10:22 PST port 51123',
    },
    { line: '(1) (415) 555-0131', kind: 'fax', identifier: '(415) 555-0131', period: '' },
    {
      line: 'fax (415) 555-0131 from 12/01/2025 to 01/15/2026',
      kind: 'fax',
      identifier: '(415) 555-0131',
      period: 'from 12/01/2025 to 01/15/2026',
    },
    {
      line: '2. 13235550142\t2025-10-01 to 2025-11-30',
      kind: 'fax',
      identifier: '13235550142',
      period: '2025-10-01 to 2025-11-30',
    },
    { line: 'Telephone: +1 213 555 0177', kind: 'telephone', identifier: '+1 213 555 0177', period: '' },
    { line: 'ada@subscriber.example', kind: 'e-mail', identifier: 'ada@subscriber.example', period: '' },
    {
      line: 'e-mail address ada@subscriber.example, March 2026',
      kind: 'e-mail',
      identifier: 'ada@subscriber.example',
      period: 'March 2026',
    },
    { line: 'Account no. 7731-0042', kind: 'account', identifier: '7731-0042', period: '' },
    { line: '7731-0042', kind: 'account', identifier: '7731-0042', period: '' },
    {
      line: 'IP address: 2001:db8::17 2026-01-05T10:22Z',
      kind: 'ip-address',
      identifier: '2001:db8::17',
      period: '2026-01-05T10:22Z',
    },
    {
      line: 'https://example.test/a?b=1',
      kind: 'domain',
      identifier: 'https://example.test/a?b=1',
      period: '',
    },
    { line: 'forum.example.test', kind: 'domain', identifier: 'forum.example.test', period: '' },
    {
      line: 'Ada Lindqvist, 12 Alder Row, Pasadena',
      kind: 'name',
      identifier: 'Ada Lindqvist, 12 Alder Row, Pasadena',
      period: '',
    },
    { line: '- 김철수', kind: 'name', identifier: '김철수', period: '' },
    { line: 'fax', kind: 'name', identifier: 'fax', period: '' },
    { line: '=HYPERLINK("http://x")', kind: 'name', identifier: '=HYPERLINK("http://x")', period: '' },
  ])('"$line" is $kind $identifier', ({ line, ...target }) => expect(targetsIn(line)).toEqual([target]))

  test('empty lines are no targets, and 500 lines are 500', () => {
    expect(targetsIn('\n  \n\t\n')).toEqual([])
    const lines = Array.from({ length: 500 }, (_, n) => `203.0.113.${n % 256} 2026-01-05 10:22:${n % 60} UTC`)
    expect(targetsIn(lines.join('\n'))).toHaveLength(500)
  })
})

describe('keys that find', () => {
  test.each([
    { printed: '2:26-cv-99011-ABC-DE', key: '2-26-cv-99011' },
    { printed: 'Civil Action No. 2:26-CV-99011', key: '2-26-cv-99011' },
    { printed: 'Case No.: 3:26-cv-00042-XY', key: '3-26-cv-42' },
    { printed: '3:26–cv–42', key: '3-26-cv-42' },
    { printed: '26STCP99034', key: '26stcp99034' },
    { printed: '37-2026-00099015-CL-BC-CTL', key: '37202600099015clbcctl' },
    { printed: 'No. 659034/2026', key: '6590342026' },
    { printed: 'Northern 12', key: 'northern12' },
    { printed: '', key: '' },
    { printed: 'No.', key: '' },
  ])('the case number "$printed" is found by "$key"', ({ printed, key }) =>
    expect(caseNumberKey(printed)).toBe(key),
  )

  test.each([
    ['+1 (323) 555-0142', '1-323-555-0142'],
    ['323.555.0142', '13235550142'],
    ['Ada@Subscriber.Example', 'ada@subscriber.example'],
    ['Ada  Lindqvist', 'ada lindqvist'],
  ])('%s and %s are one identifier', (one, other) => expect(identifierKey(one)).toBe(identifierKey(other)))
})
