import { accept, type Result } from '#lib/result.ts'
import { commonPasswords } from './common_passwords.ts'
import { isKeyWalk } from './key_walk.ts'
import { refuse } from './refusals.ts'

const shortestPassword = 8
const longestPassword = 128

type PasswordRefusal =
  | 'password-too-short'
  | 'password-too-long'
  | 'password-common'
  | 'password-too-regular'
  | 'password-has-name'

/**
 * Whether a person may have this password. Counted in characters as people see them typed, in the composed form.
 * There is no rule about figures, capitals or marks.
 *
 * Source: OWASP ASVS 5.0 §6.2.
 * @param known The person's name and e-mail address: what a stranger would try first.
 */
export function checkedPassword(
  password: string,
  known: { name: string; email: string },
): Result<string, PasswordRefusal> {
  const composed = composedPassword(password)
  const length = [...composed].length
  if (length < shortestPassword) return refuse('password-too-short', {}, 'password')
  if (length > longestPassword) return refuse('password-too-long', {}, 'password')
  const small = composed.toLowerCase()
  if (isRegular(small)) return refuse('password-too-regular', {}, 'password')
  if (isCommon(small) || isKeyWalk(small)) return refuse('password-common', {}, 'password')
  if (holdsName(small, known)) return refuse('password-has-name', {}, 'password')
  return accept(composed)
}

/** One password is one string, whichever keyboard composed it. */
export function composedPassword(password: string): string {
  return password.normalize('NFC')
}

const turnedBack: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Looked at as typed, without what stands before and behind, and with signs turned back into letters. */
function isCommon(small: string): boolean {
  const core = small.replace(/^[^a-z]+|[^a-z]+$/g, '')
  return [small, core, lettersFor(small), lettersFor(core)]
    .map((text) => text.replace(/[^a-z]/g, ''))
    .some((text) => commonPasswords.has(text) || commonPasswords.has(half(text)))
}

const lettersFor = (text: string) => text.replace(/[013457@$!]/g, (sign) => turnedBack[sign] ?? sign)

/** "passwordpassword" is "password". */
function half(text: string): string {
  const first = text.slice(0, text.length / 2)
  return first + first === text ? first : text
}

const runs = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** One short piece over and over ("aaaaaaaa", "12121212"), or one run along the alphabet or the keys. */
function isRegular(small: string): boolean {
  if (/^(.{1,4})\1+$/su.test(small)) return true
  return runs.some((run) => {
    const both = [run.repeat(6), [...run].reverse().join('').repeat(6)]
    return both.some((long) => long.includes(small))
  })
}

function holdsName(small: string, { name, email }: { name: string; email: string }): boolean {
  const parts = [...name.toLowerCase().split(/[^\p{L}\p{N}]+/u), email.toLowerCase().split('@')[0] ?? '']
  const plain = small.replace(/[^\p{L}\p{N}]/gu, '')
  return parts.some((part) => part.length >= 4 && (small.includes(part) || plain.includes(part)))
}
