import { expect, test } from 'vitest'
import { isRecipient, recipientLines, usualAddress } from './recipient.ts'

const firm = {
  name: 'Oakhurst Tarn LLP',
  address: 'Attn: Records\n4120 Harrowgate Street\nLos Angeles, CA 90010',
  email: 'accounts@oakhursttarn.example',
  fax: '1-323-555-0177',
}

test.each([
  { method: 'e-mail', typed: 'Accounts@OakhurstTarn.example', is: true },
  { method: 'e-mail', typed: 'accounts@oakhursttarn.example.test', is: false },
  { method: 'fax', typed: '(1) 323 555 0177', is: true },
  { method: 'fax', typed: '1-323-555-0178', is: false },
  { method: 'post', typed: 'oakhurst tarn llp', is: true },
  { method: 'post', typed: '1-323-555-0177', is: false },
  { method: 'by-hand', typed: 'Theodora Quorn', is: false },
] as const)('$typed by $method is the recipient: $is', ({ method, typed, is }) => {
  expect(isRecipient(firm, method, typed)).toBe(is)
})

test('nothing typed is nobody, even where nothing is on file', () => {
  const bare = { ...firm, email: '', fax: '' }
  expect(isRecipient(bare, 'e-mail', '')).toBe(false)
  expect(isRecipient(bare, 'fax', 'by fax')).toBe(false)
})

test('an e-mail goes to the address, all else to the name; both stand in the lines', () => {
  expect(usualAddress(firm, 'e-mail')).toBe(firm.email)
  expect(usualAddress(firm, 'fedex')).toBe(firm.name)
  expect(recipientLines({ ...firm, fax: '' })).toEqual([
    ...['Oakhurst Tarn LLP', 'Attn: Records', '4120 Harrowgate Street', 'Los Angeles, CA 90010'],
    'accounts@oakhursttarn.example',
  ])
})
