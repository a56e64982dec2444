import { createHash } from 'node:crypto'
import { pipeline, Readable, Transform } from 'node:stream'
import { readStored } from '#db/files/stored.ts'
import { attachmentDisposition } from '#lib/file/name.ts'

/**
 * A stored file as it came, to be saved and never shown: what a stranger sent is not opened on our origin. The bytes
 * are hashed as they leave; when they are no longer those that were received, the download breaks off.
 */
export function downloadOf(file: {
  sha256: string
  name: string
  size: number
  contentType: string
}): Response {
  // What goes wrong on the way reaches the reader as an error of the stream itself.
  const bytes = pipeline(readStored(file.sha256), sameBytes(file.sha256), () => undefined)
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: {
      'Content-Type': file.contentType,
      'Content-Length': String(file.size),
      'Content-Disposition': attachmentDisposition(file.name),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

/** Passes bytes on and holds the last piece back until the hash of all of them is known. */
function sameBytes(sha256: string): Transform {
  const hash = createHash('sha256')
  let held: Uint8Array | null = null
  return new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      hash.update(piece)
      if (held) this.push(held)
      held = piece
      done()
    },
    flush(done) {
      if (hash.digest('hex') !== sha256) return done(new Error(`The stored file ${sha256} was altered.`))
      if (held) this.push(held)
      done()
    },
  })
}
