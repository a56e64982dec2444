import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { theOffice } from './open_office.ts'

const algorithm = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

/**
 * Seals what a browser or the database keeps for us (AES-256-GCM, the key outside the database).
 *
 * @param purpose What it is and whose: a seal made for one purpose opens for no other.
 */
export function seal(purpose: string, content: string): string {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, theOffice().keys.sealing, nonce)
  cipher.setAAD(Buffer.from(purpose))
  const hidden = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')
}

/** What was sealed for this purpose; null where it was altered, made for another, or by another key. */
export function unseal(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < nonceLength + tagLength) return null
  const nonce = bytes.subarray(0, nonceLength)
  const tag = bytes.subarray(nonceLength, nonceLength + tagLength)
  try {
    const decipher = createDecipheriv(algorithm, theOffice().keys.sealing, nonce, {
      authTagLength: tagLength,
    })
    decipher.setAAD(Buffer.from(purpose))
    decipher.setAuthTag(tag)
    return (
      decipher.update(bytes.subarray(nonceLength + tagLength), undefined, 'utf8') + decipher.final('utf8')
    )
  } catch {
    return null
  }
}

/** A keyed digest, 32 bytes: whoever has the database alone can neither guess nor check what went in. */
export function keyed(purpose: string, content: string): Buffer {
  return createHmac('sha256', theOffice().keys.sealing).update(`${purpose}\0${content}`).digest()
}
