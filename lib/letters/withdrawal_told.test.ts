import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { plainDay } from './dates.ts'
import { toText } from './mail.ts'
import { withdrawalTold } from './notice.ts'
import type { EndedFacts } from './notice_facts.ts'
import { sampleNotice, samplePaper } from './sample_facts.ts'

describe.each(['en', 'ko', 'sv'] as const)('the letter that a paper has ended, in %s', (language) => {
  const facts: EndedFacts = {
    office: sampleNotice.office,
    paper: samplePaper,
    on: calendarDate('2026-02-10'),
    subscriberName: '김철수',
    why: 'withdrawn',
    endedOn: calendarDate('2026-02-09'),
    toldOn: calendarDate('2026-02-04'),
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

  test('reads well without its dates', () => {
    const text = toText(withdrawalTold({ ...facts, endedOn: null, toldOn: null }, language))
    expect(text).not.toMatch(/undefined|null| {2}\S+$/)
  })
})
