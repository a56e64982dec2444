import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { plainDay } from './dates.ts'
import { toText } from './mail.ts'
import { withdrawalTold } from './notice.ts'
import type { EndedFacts } from './notice_facts.ts'
import { sampleNotice, samplePaper } from './sample_facts.ts'

const endedOnly = {
  en: 'You need do nothing more.',
  ko: '더 하실 일은 없습니다.',
  sv: 'Du behöver inte göra något mer.',
}
const nothingLeft = {
  en: 'We have released nothing.',
  ko: '귀하에 관하여 아무것도 공개하지 않았습니다.',
  sv: 'Vi har inte lämnat ut något.',
}

describe.each(['en', 'ko', 'sv'] as const)('the letter that a paper has ended, in %s', (language) => {
  const facts: EndedFacts = {
    office: sampleNotice.office,
    paper: samplePaper,
    on: calendarDate('2026-02-10'),
    subscriberName: '김철수',
    why: 'withdrawn',
    endedOn: calendarDate('2026-02-09'),
    toldOn: calendarDate('2026-02-04'),
    only: [],
  }

  test.each(['withdrawn', 'quashed', 'rejected'] as const)(
    'says that it was %s, when, and that nothing left',
    (why) => {
      const text = toText(withdrawalTold({ ...facts, why }, language))
      expect(text).toContain(plainDay(calendarDate('2026-02-09'), language))
      expect(text).toContain(plainDay(calendarDate('2026-02-04'), language))
      expect(text).toContain('S-2026-00042')
      expect(text).toContain('We will not answer it, and have released nothing about you.')
    },
  )

  test('names the part that a court has quashed, and says that the rest runs on', () => {
    const only = [{ kind: 'fax', identifier: '1-323-555-0142', period: '' }] as const
    const part = withdrawalTold({ ...facts, why: 'quashed', only }, language)
    const text = toText(part)
    expect(text).toContain('1-323-555-0142')
    expect(text).toContain(plainDay(calendarDate('2026-02-09'), language))
    expect(text).toContain('that letter stands, with its days')
    for (const over of [endedOnly[language], endedOnly.en, nothingLeft[language]]) {
      expect(`${part.subject} ${part.title} ${text}`).not.toContain(over)
    }
  })

  test('reads well without its dates', () => {
    const text = toText(withdrawalTold({ ...facts, endedOn: null, toldOn: null }, language))
    expect(text).not.toMatch(/undefined|null| {2}\S+$/)
  })
})
