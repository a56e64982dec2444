import { describe, expect, test } from 'vitest'
import { publishedSchedule } from '#lib/billing/schedule.ts'
import { cents } from '#lib/money.ts'
import { publishedPolicy } from '#lib/policy/policy.ts'
import { toText } from './mail.ts'
import { sampleRequester } from './sample_facts.ts'
import { termsLetter } from './terms_letter.ts'

const terms = { schedule: publishedSchedule, policy: publishedPolicy }

describe('the five numbers, the payee and the address', () => {
  test.each(['en', 'ko', 'sv'] as const)('come out the same in %s', (language) => {
    const text = toText(termsLetter({ ...sampleRequester, ...terms }, language))
    for (const fact of ['$90.00', '$0.25', '$22.00', 'Checks payable to j2 Cloud Services, Inc.']) {
      expect(text).toContain(fact)
    }
    expect(text).toMatch(/(?<!\d)14(?!\d)/)
    expect(text).toMatch(/(?<!\d)15(?!\d)/)
    expect(text).toContain('6922 Hollywood Boulevard 5th Floor, Los Angeles, CA 90028')
    expect(text).not.toMatch(/90,00|0,25|22,00|USD|₩|\d kr\b/)
    expect(text).toContain('terms of compensation')
  })

  test('follow the policy and not the words', () => {
    const policy = { ...publishedPolicy, holdDays: 21, dueDays: 30 }
    const schedule = {
      ...publishedSchedule,
      researchCentsPerHour: cents(12550),
      testimonyCentsPerHour: cents(15000),
    }
    const text = toText(termsLetter({ ...sampleRequester, policy, schedule }))
    expect(text).toContain('$125.50 per hour')
    expect(text).toContain('$150.00 per hour, if testimony')
    expect(text).toContain('approximately 21 days')
    expect(text).toContain('Within 30 days')
    expect(text).not.toContain('two weeks')
  })
})
