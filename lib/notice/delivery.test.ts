import { expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { instant } from '#lib/calendar/instant.ts'
import { type DeliveryFacts, deliveryOf } from './delivery.ts'

const on = calendarDate('2026-01-06')
const at = instant(1_767_600_000_000)
const mail: DeliveryFacts = { channel: 'e-mail', effectiveOn: null, failedAt: null, mailState: 'waiting' }

test.each<[string, Partial<DeliveryFacts>, string]>([
  ['an e-mail in the outbox waits', {}, 'waiting'],
  ['one that a server took has arrived', { mailState: 'sent', effectiveOn: on }, 'arrived'],
  ['one that bounced later has failed', { mailState: 'sent', effectiveOn: on, failedAt: at }, 'failed'],
  ['one that was refused has failed', { mailState: 'failed', failedAt: at }, 'failed'],
  ['one that may have gone is unsure', { mailState: 'unsure' }, 'unsure'],
  ['one in a file is only written', { mailState: 'written' }, 'written'],
  ['one in a file that a person delivered has arrived', { mailState: 'written', effectiveOn: on }, 'arrived'],
  ['one that was called back is withdrawn', { mailState: 'withdrawn' }, 'withdrawn'],
  [
    'one that we stopped was called back, not returned',
    { mailState: 'withdrawn', failedAt: at },
    'withdrawn',
  ],
  ['a letter is to be posted', { channel: 'post', mailState: null }, 'to-post'],
  [
    'one that was never posted was called back',
    { channel: 'post', mailState: null, failedAt: at },
    'withdrawn',
  ],
  [
    'a letter is posted once a person says so',
    { channel: 'post', mailState: null, effectiveOn: on },
    'posted',
  ],
  [
    'a letter that came back has failed',
    { channel: 'post', mailState: null, effectiveOn: on, failedAt: at },
    'failed',
  ],
])('%s', (_, facts, delivery) => {
  expect(deliveryOf({ ...mail, ...facts })).toBe(delivery)
})
