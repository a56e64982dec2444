import { describe, expect, test } from 'vitest'
import { checkedPassword } from './password.ts'

const known = { name: 'Wren Halloway', email: 'w.halloway@office.test' }
const kindOf = (password: string) => {
  const result = checkedPassword(password, known)
  return result.ok ? 'taken' : result.refusal.kind
}

describe('a password', () => {
  test.each([
    ['four words', 'brass kettle over Ghent', 'taken'],
    ['eight characters', 'tk4#Rw9q', 'taken'],
    ['eight letters of another script', '가나다라마바사아', 'taken'],
    ['128 characters', `${'brass kettle '.repeat(9)}on the st`.slice(0, 126).concat('xy'), 'taken'],
    ['seven', 'tk4#Rw9', 'password-too-short'],
    ['seven signs that take more bytes than eight', '😀😀😀😀😀😀😀', 'password-too-short'],
    ['129', `${'brass kettle '.repeat(10)}`.slice(0, 129), 'password-too-long'],
    ['the first anybody tries', 'password', 'password-common'],
    ['with capitals and figures', 'Password123!', 'password-common'],
    ['with figures for letters', 'P@ssw0rd2026', 'password-common'],
    ['a season and a year', 'Summer2026!', 'password-common'],
    ['twice', 'letmeinletmein', 'password-common'],
    ['what this program is about', 'Subpoena-Desk1', 'password-common'],
    ['one character', 'aaaaaaaaaaaa', 'password-too-regular'],
    ['a short piece over and over', '1212121212', 'password-too-regular'],
    ['figures in a row', '1234567890', 'password-too-regular'],
    ['figures backwards', '987654321', 'password-too-regular'],
    ['a row of keys', 'QWERTYUIOP', 'password-too-regular'],
    ['the own name', 'halloway-is-here', 'password-has-name'],
    ['the own name with a dot', 'Hallo.Way.2026', 'password-has-name'],
  ])('of %s', (_name, password, kind) => {
    expect(kindOf(password)).toBe(kind)
  })

  test.each(
    [
      'jordan23 corvette mercedes swordfish einstein mustang1 victoria scorpion bulldogs redskins bigdaddy maverick',
      'metallica internet stephanie elizabeth patricia alexander christopher jonathan Elizabeth1 Jordan2026!',
      '11223344 87654321 q1w2e3r4 1q2w3e4r abcd1234 zaq12wsx asdf1234 1qaz2wsx 123qwe123 123456789a a1b2c3d4',
      'qwer1234 1a2b3c4d qweasdzxc 112233445566 poiulkjh 1111aaaa QwErTy12',
    ].flatMap((line) => line.split(' ')),
  )('that many have is refused: %s', (password) => {
    expect(kindOf(password)).toMatch(/^password-(common|too-regular)$/)
  })

  test.each([
    'desert otter signs',
    'were we ever here',
    'mercedes under snow',
    'fjord lamp 27',
    'rtx9kiosk',
    'polite weir',
    'trees and deeds',
    'h7bdwq2m',
    'azure gate 8120',
  ])('of one’s own is taken, whatever keys lie beside one another in it: %s', (password) => {
    expect(kindOf(password)).toBe('taken')
  })

  test('is one password however it was composed', () => {
    const apart = checkedPassword('cafe\u0301 over the river', known)
    expect(apart).toEqual({ ok: true, value: 'café over the river' })
  })
})
