import { expect, test } from 'vitest'
import { publishedSchedule } from '#lib/billing/schedule.ts'
import { formatMoney } from '#lib/money.ts'
import { publishedPolicy } from './policy.ts'

test('the numbers of the published policy: two weeks, fifteen days, $90.00, $0.25 and $22.00', () => {
  expect(publishedPolicy).toMatchObject({ version: 1, holdDays: 14, dueDays: 15 })
  expect(formatMoney(publishedSchedule.researchCentsPerHour)).toBe('$90.00')
  expect(formatMoney(publishedSchedule.pageCents)).toBe('$0.25')
  expect(formatMoney(publishedSchedule.parcelCents)).toBe('$22.00')
})

test('where the policy is silent the office reads it so: ten days from notice, five for mail, both calendars', () => {
  expect(publishedPolicy).toMatchObject({ noticeDays: 10, mailDays: 5, cutoff: '17:00' })
  expect(publishedPolicy.calendars).toEqual(['federal', 'california'])
})

test('testimony has no rate until the office sets one', () => {
  expect(publishedSchedule.testimonyCentsPerHour).toBeNull()
})
