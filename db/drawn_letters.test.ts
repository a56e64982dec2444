import { describe, expect, test } from 'vitest'
import { publishedSchedule } from '#lib/billing/schedule.ts'
import { letterPaper } from '#lib/documents/letter_paper.ts'
import { subscriberNotice } from '#lib/letters/notice.ts'
import { sampleNotice, sampleRequester } from '#lib/letters/sample_facts.ts'
import { termsLetter } from '#lib/letters/terms_letter.ts'
import { publishedPolicy } from '#lib/policy/policy.ts'
import { fontSet } from './fonts.ts'
import { pagesOf, textOf } from './read_back.ts'

const fonts = fontSet()
const envelope = {
  to: ['김철수', '418 Marigold Court\nGlendale, CA 91203'],
  sentBy: 'first-class mail',
  historyHead: '412 9f3a1c2b7d40',
}

describe('a letter', () => {
  test('in English tells a subscriber everything on one page', async () => {
    const drawn = letterPaper(subscriberNotice(sampleNotice, 'en'), envelope, fonts)
    expect(drawn.pages).toBe(1)
    const text = await textOf(drawn)
    for (const words of [
      '김철수',
      'S-2026-00042',
      'first-class mail',
      '1-818-555-0163',
      'Thursday, February 19, 2026',
      'Page 1 of 1',
    ]) {
      expect(text).toContain(words)
    }
  })

  test.each([
    { language: 'ko' as const, words: ['소환장(subpoena)', '2026년 2월 19일 목요일'] },
    { language: 'sv' as const, words: ['torsdag den 19 februari 2026', 'Hej Tomas Åström,'] },
  ])('in $language is read back as written, with the English after it', async ({ language, words }) => {
    const pages = await pagesOf(letterPaper(subscriberNotice(sampleNotice, language), envelope, fonts))
    for (const expected of words) expect(pages[0]).toContain(expected)
    expect(pages.at(-1)).toContain('Thursday, February 19, 2026')
  })

  test('with a long demand runs on over as many pages as it takes', async () => {
    const recordsRequested = Array.from(
      { length: 400 },
      (_, index) => `${index + 1}. The records of day ${index + 1}.`,
    ).join('\n')
    const drawn = letterPaper(subscriberNotice({ ...sampleNotice, recordsRequested }, 'en'), envelope, fonts)
    const text = await textOf(drawn)
    expect(drawn.pages).toBeGreaterThan(5)
    expect(text).toContain('400. The records of day 400.')
    expect(text).toContain('What this letter does not mean')
  })

  test('of terms has a place to sign and the five numbers', async () => {
    const letter = termsLetter(
      { ...sampleRequester, schedule: publishedSchedule, policy: publishedPolicy },
      'ko',
    )
    const text = await textOf(letterPaper(letter, envelope, fonts))
    for (const words of [
      '$90.00',
      '$0.25',
      '$22.00',
      '14',
      '15',
      'Checks payable to j2 Cloud Services, Inc.',
      '(Signature)',
    ]) {
      expect(text).toContain(words)
    }
  })
})
