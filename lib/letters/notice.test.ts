import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { longDay, plainDay } from './dates.ts'
import { english } from './english.ts'
import { korean } from './korean.ts'
import { toHtml, toText } from './mail.ts'
import { noticeIn, subscriberNotice } from './notice.ts'
import type { NoticeFacts } from './notice_facts.ts'
import { barePaper, hostileCaption, sampleNotice, samplePaper } from './sample_facts.ts'
import { swedish } from './swedish.ts'

const languages = [english, korean, swedish]
const alone = (words: typeof english, facts: NoticeFacts = sampleNotice) => toText(noticeIn(facts, words))

describe.each(languages)('the notice in $language', (words) => {
  const { language } = words
  const text = alone(words)

  test.each([
    ['who we are', 'j2 Cloud Services, Inc.'],
    ['our reference', 'S-2026-00042'],
    ['who asks', 'The plaintiff'],
    ['through whom', 'Thessaly Quorn, Oakhurst Tarn LLP'],
    ['how to reach them', '4120 Harrowgate Street, Suite 900, Los Angeles, CA 90013, 1-213-555-0100'],
    ['the court', 'United States District Court, Central District of California'],
    ['the caption', 'Larkmoor Dental v. Doe 1'],
    ['the case number', 'No. 2:26-cv-99011-ABC-DE'],
    ['the identifier', '1-818-555-0163, October 1 to November 30, 2025'],
    ['the legal name of the paper', 'subpoena'],
    ['the legal name of a motion', 'motion to quash'],
    ['the last minute with its zone', '11:59 p.m., Pacific Time'],
    ['where to fax', '1-310-943-2400'],
    ['where to e-mail', 'subpoenas@desk.example.test'],
    ['our address', '6922 Hollywood Boulevard 5th Floor\nLos Angeles, CA 90028'],
    ['the day issued', plainDay(calendarDate('2026-01-28'), language)],
    ['the day received', plainDay(calendarDate('2026-01-29'), language)],
    ['the compliance day', plainDay(calendarDate('2026-02-13'), language)],
    ['the last day', longDay(calendarDate('2026-02-19'), language)],
    ['the day from which we may answer', longDay(calendarDate('2026-02-20'), language)],
  ])('says %s', (_, words) => {
    expect(text).toContain(words)
  })

  test('carries no figure that the English letter does not', () => {
    const figures = (letter: string) =>
      new Set(letter.replace(/^\d\. /gm, '').match(/\d[\d:.,-]*\d|\d/g) ?? [])
    const known = figures(alone(english))
    const clock = ['23.59', '11', '59']
    const months = ['1', '2'] // Korean writes the month as a number
    const unknown = [...figures(text)].filter(
      (figure) => !known.has(figure) && ![...clock, ...months].includes(figure),
    )
    expect(unknown.filter((figure) => ![...known].some((one) => one.startsWith(figure)))).toEqual([])
  })

  test('keeps account details out of the subject', () => {
    const { subject } = noticeIn(sampleNotice, words)
    expect(subject).toContain('S-2026-00042')
    expect(subject).not.toMatch(/555|Åström|Larkmoor/)
  })

  test('names an unknown subscriber by nothing but that word', () => {
    const letter = noticeIn({ ...sampleNotice, subscriberName: '' }, words)
    expect(letter.greeting).not.toMatch(/undefined|null|\s\s/)
    expect(letter.greeting.length).toBeGreaterThan(2)
  })

  test('says nothing about what the paper lacks', () => {
    const bare = {
      ...sampleNotice,
      paper: barePaper,
      issuingParty: '',
      issuingAttorney: '',
      firm: '',
      firmContact: [],
    }
    const letter = alone(words, bare)
    expect(letter.replace(words.greeting('Tomas Åström'), '')).not.toMatch(/undefined|null|No\. *$|, *$/m)
    expect(letter).toContain(words.noCase)
    expect(letter).not.toContain(words.labels.asker)
    expect(letter).toContain(longDay(calendarDate('2026-02-19'), language))
  })

  test('says how to ask for the copy when none is enclosed', () => {
    const enclosed = words.copy(sampleNotice)
    const asked = words.copy({ ...sampleNotice, copyEnclosed: false })
    expect(text).toContain(enclosed)
    expect(asked).toContain('S-2026-00042')
    expect(asked).not.toBe(enclosed)
  })
})

test('a letter in another language is followed by the English one', () => {
  const swedishFirst = toText(subscriberNotice(sampleNotice, 'sv'))
  expect(swedishFirst.indexOf('Hej Tomas Åström')).toBeLessThan(swedishFirst.indexOf('Dear Tomas Åström'))
  expect(swedishFirst).toContain(longDay(calendarDate('2026-02-19'), 'en'))
  expect(toText(subscriberNotice(sampleNotice, 'en'))).not.toContain('====')
})

test('only the identifiers given stand in the letter, each with its kind', () => {
  const letter = alone(english, {
    ...sampleNotice,
    identifiers: [
      { kind: 'ip-address', identifier: '203.0.113.7:4711', period: '2026-01-03 04:05:06 UTC' },
      { kind: 'account', identifier: 'A-1188', period: '' },
    ],
  })
  expect(letter).toContain(
    'Your account: IP address 203.0.113.7:4711, 2026-01-03 04:05:06 UTC\n  Account A-1188\n',
  )
})

test('a hostile caption arrives as its characters in the text and escaped in the HTML', () => {
  const letter = subscriberNotice(
    { ...sampleNotice, paper: { ...samplePaper, caption: hostileCaption } },
    'ko',
  )
  expect(toText(letter)).toContain(hostileCaption)
  expect(toHtml(letter)).not.toContain('<img')
  expect(toHtml(letter)).toContain('&#34;&#62;&#60;img src=x onerror=alert(1)&#62;')
})

test('mail loads nothing and links nowhere', () => {
  for (const { language } of languages) {
    expect(toHtml(subscriberNotice(sampleNotice, language))).not.toMatch(
      /<(img|link|script|iframe|a)\b|src=|url\(|https?:/i,
    )
  }
})
