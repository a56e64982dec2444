import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { composedPassword } from '#lib/person/password.ts'

/** argon2id: 64 MiB, three passes, one lane. Source: OWASP ASVS 5.0 §11.4, RFC 9106 §4. */
const cost = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const

/** Takes a tenth of a second and 64 MiB on another thread: never awaited inside a transaction. */
export function hashOfPassword(password: string): Promise<string> {
  return hash(composedPassword(password), cost)
}

/** Whether the password is the one behind the hash. Without a hash it takes as long, and is not. */
export async function isPasswordOf(passwordHash: string | null, password: string): Promise<boolean> {
  // Longer than any password here: not worth the work, and no person's.
  if (password.length > 1024) return false
  // Made for whoever is first, whether their name is known or not.
  const nobodys = await decoy()
  const matches = await verify(passwordHash ?? nobodys, composedPassword(password))
  return matches && passwordHash !== null
}

/** The hash of a password that nobody has, so that an unknown name is answered as slowly as a known one. */
function decoy(): Promise<string> {
  place.subpoenaDeskDecoy ??= hashOfPassword(randomBytes(32).toString('base64'))
  return place.subpoenaDeskDecoy
}

const place = globalThis as { subpoenaDeskDecoy?: Promise<string> }
