import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { deficiencies, deficiencyCodes, isDeficiencyCode } from '#lib/subpoena/deficiencies.ts'
import { deficiencyLetter, rejectionLetter } from './deficiency_letters.ts'
import { toText } from './mail.ts'
import { sampleRequester } from './sample_facts.ts'

const day = calendarDate('2026-02-18')

describe('the deficiencies', () => {
  test.each(deficiencyCodes)('%s has a letter of its own words', (code) => {
    const letter = deficiencyLetter({ ...sampleRequester, reasons: [{ code }], answerBy: null })
    expect(toText(letter)).toContain(`* ${deficiencies[code].title}\n  ${deficiencies[code].paragraph}`)
    expect(deficiencies[code].paragraph).toMatch(/^[A-Z].*\.$/)
    expect(deficiencies[code].paragraph).not.toMatch(/our (subscriber|customer)|account (exists|was found)/)
  })

  test('a person’s own words take the place of the usual ones', () => {
    const text = toText(
      rejectionLetter({ ...sampleRequester, reasons: [{ code: 'no-court', words: 'Page two is missing.' }] }),
    )
    expect(text).toContain('* No issuing court\n  Page two is missing.')
    expect(text).not.toContain(deficiencies['no-court'].paragraph)
  })

  test.each([
    { codes: ['no-signature' as const], again: true, because: 'a paper must be signed and served anew' },
    { codes: ['insufficient-identifier' as const], again: false, because: 'a letter can complete it' },
  ])('$codes: $because', ({ codes, again }) => {
    const letter = deficiencyLetter({
      ...sampleRequester,
      reasons: codes.map((code) => ({ code })),
      answerBy: day,
    })
    expect(toText(letter).includes('must be served again')).toBe(again)
    expect(toText(letter)).toContain('by Wednesday, February 18, 2026')
  })

  test('codes are known by name only', () => {
    expect(isDeficiencyCode('no-court')).toBe(true)
    expect(isDeficiencyCode('toString')).toBe(false)
  })
})
