import { expect, test } from 'vitest'
import { replyCode, withoutAddresses } from './reply.ts'

test.each([
  ['550 5.1.1 <ada@home.test>: no such user', '550 5.1.1 (address): no such user'],
  ['550 ada.lindqvist@home.test rejected', '550 (address) rejected'],
  ['550 "ada@home.test" rejected', '550 "(address)" rejected'],
  ['250 2.0.0 OK queued as 4F21', '250 2.0.0 OK queued as 4F21'],
])('%s is shown as %s', (reply, shown) => {
  expect(withoutAddresses(reply)).toBe(shown)
})

test.each([
  ['250 OK', '250'],
  ['451-4.7.1 later', '451'],
  ['2500', ''],
  ['Connection closed', ''],
])('of %s the history tells %s', (reply, code) => {
  expect(replyCode(reply)).toBe(code)
})
