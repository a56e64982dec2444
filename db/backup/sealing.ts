import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { BackupFailed } from './failed.ts'

/** The first line of a sealed backup, for whoever looks at the file. */
const magic = Buffer.from('subpoena-desk sealed backup 1\n')
const saltLength = 16
const fingerprintLength = 8
const headLength = magic.length + saltLength + fingerprintLength
const piece = 1024 * 1024
const tagLength = 16

/**
 * Seals a stream under a key of 32 bytes: AES-256-GCM in pieces of a mebibyte, under a key of this file alone (HKDF over
 * a random salt). A piece's nonce is its place and whether it is the last, so that a piece that was moved, left out, cut
 * off or brought from another file does not open.
 *
 * Source: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár: Online authenticated encryption, 2015).
 */
export async function* sealed(key: Buffer, content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltLength)
  const head = Buffer.concat([magic, salt, fingerprintOf(key)])
  const own = keyOf(key, salt)
  yield head
  let place = 0
  let held: Buffer = Buffer.alloc(0)
  for await (const bytes of content) {
    held = Buffer.concat([held, bytes])
    while (held.length > piece) {
      yield sealedPiece(own, head, place++, false, held.subarray(0, piece))
      held = held.subarray(piece)
    }
  }
  yield sealedPiece(own, head, place, true, held)
}

/** Whether a file that begins so was sealed. */
export const isSealed = (beginning: Uint8Array): boolean =>
  magic.equals(Buffer.from(beginning).subarray(0, magic.length))

/** Enough of a file for `isSealed` to tell. */
export const beginningLength = magic.length

/** Opens what `sealed` made. @throws BackupFailed for another key, and where anything is altered or missing. */
export async function* opened(key: Buffer, content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  let head: Buffer | null = null
  let own: Buffer = key
  let place = 0
  for await (const bytes of content) {
    held = Buffer.concat([held, bytes])
    if (head === null && held.length >= headLength) {
      head = held.subarray(0, headLength)
      held = held.subarray(headLength)
      if (!head.subarray(-fingerprintLength).equals(fingerprintOf(key))) {
        throw new BackupFailed('This backup was sealed with another key: give the key that it was made with.')
      }
      own = keyOf(key, head.subarray(magic.length, magic.length + saltLength))
    }
    while (head !== null && held.length > piece + tagLength) {
      yield openedPiece(own, head, place++, false, held.subarray(0, piece + tagLength))
      held = held.subarray(piece + tagLength)
    }
  }
  if (head === null) throw damaged()
  yield openedPiece(own, head, place, true, held)
}

/** Tells a wrong key from a damaged file, and says nothing about the key. */
function fingerprintOf(key: Buffer): Buffer {
  return createHmac('sha256', key).update('fingerprint').digest().subarray(0, fingerprintLength)
}

const keyOf = (key: Buffer, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, 'subpoena-desk backup', 32))

function nonceOf(place: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(place), 3)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

function sealedPiece(key: Buffer, head: Buffer, place: number, isLast: boolean, content: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place, isLast))
  cipher.setAAD(head)
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

function openedPiece(key: Buffer, head: Buffer, place: number, isLast: boolean, bytes: Buffer): Buffer {
  if (bytes.length < tagLength) throw damaged()
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place, isLast), { authTagLength: tagLength })
  decipher.setAAD(head)
  decipher.setAuthTag(bytes.subarray(-tagLength))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagLength)), decipher.final()])
  } catch {
    throw damaged()
  }
}

const damaged = () => new BackupFailed('This backup was altered or cut off: nothing of it is used.')
