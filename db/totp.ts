import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Instant } from '#lib/calendar/instant.ts'
import { keyed, seal, unseal } from './seal.ts'

/** Seconds that a code is shown. Source: RFC 6238 §5.2; with SHA-1 and six digits it is what every app reads. */
const period = 30
/** Codes of one period before and after count too: clocks differ. */
const window = 1

/** What an enrolling person's app is to hold: from the session's token, so that a second look shows the same. */
export function enrolmentSecret(token: string): string {
  return new Secret({ buffer: new Uint8Array(keyed('totp-enrolment', token).subarray(0, 20)).buffer }).base32
}

/** The address that the QR code carries. */
export function enrolmentAddress(secret: string, person: string): string {
  return codesOf(secret, person).toString()
}

/**
 * The period that a code belongs to, when it is right and later than the last that was used: each works once. Null
 * otherwise.
 */
export function stepOfCode(facts: {
  secret: string
  code: string
  now: Instant
  lastStep: number | null
}): number | null {
  const { secret, code, now, lastStep } = facts
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = codesOf(secret, '').validate({ token, timestamp: now, window })
  if (delta === null) return null
  const step = Math.floor(now / 1000 / period) + delta
  return lastStep !== null && step <= lastStep ? null : step
}

/** The code that an app shows at an instant; for tests, and for the browser's. */
export function codeAt(secret: string, now: Instant): string {
  return codesOf(secret, '').generate({ timestamp: now })
}

function codesOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: 'Subpoena Desk',
    label: label || 'Subpoena Desk',
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret: Secret.fromBase32(secret),
  })
}

const purposeFor = (personId: number) => `totp of person ${personId}`

export const sealedSecret = (personId: number, secret: string): string => seal(purposeFor(personId), secret)

/** @throws Error when the seal does not open: the key is another, or the row was altered. */
export function unsealedSecret(personId: number, sealed: string): string {
  const secret = unseal(purposeFor(personId), sealed)
  if (secret === null) throw new Error('A TOTP secret does not open: is this the right DATA_DIR/keys?')
  return secret
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten codes to write down, each of sixteen signs that are not taken for one another (79 bits). */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const signs = Array.from({ length: 16 }, () => alphabet[fairly(alphabet.length)])
    return [0, 4, 8, 12].map((from) => signs.slice(from, from + 4).join('')).join('-')
  })
}

/** A number below `limit` from bytes, without favouring the small ones. */
function fairly(limit: number): number {
  for (;;) {
    const byte = randomBytes(1)[0] ?? 255
    if (byte < 256 - (256 % limit)) return byte % limit
  }
}

/** What is stored of a recovery code. Keyed, so that a stolen database cannot be searched for it. */
export function hashOfRecoveryCode(personId: number, code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '')
  return keyed(`recovery code of person ${personId}`, plain).toString('hex')
}
