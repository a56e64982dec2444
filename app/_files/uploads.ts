import { Readable } from 'node:stream'
import busboy from 'busboy'
import { countPages } from '#app/_background/reading/count_pages.ts'
import { type Stored, storeUpload } from '#db/files.ts'
import type { Actor } from '#lib/access/actor.ts'
import { mostBytes } from '#lib/file/paper_type.ts'
import { refuse } from '#lib/file/refusals.ts'
import type { Result } from '#lib/result.ts'

/** Stores a file that came with a form before scripts had arrived. */
export function storeFormFile(actor: Actor, file: File): Promise<Result<Stored>> {
  return storeUpload(
    actor,
    { name: file.name, content: Readable.fromWeb(file.stream() as never) },
    countPages,
  )
}

/**
 * Stores the one file of a multipart message while it comes; it is never held in memory whole. What follows a refusal
 * is read to its end and thrown away, so that the sender hears the answer.
 */
export async function storeSentFile(actor: Actor, request: Request): Promise<Result<Stored>> {
  if (!request.body || !/^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')) {
    return refuse('no-file')
  }
  const body = Readable.fromWeb(request.body as never)
  const result = await storeFirstFile(actor, body, Object.fromEntries(request.headers))
  body.unpipe()
  body.resume()
  return result
}

function storeFirstFile(
  actor: Actor,
  body: Readable,
  headers: Record<string, string>,
): Promise<Result<Stored>> {
  return new Promise((resolve, reject) => {
    let isFound = false
    const parts = busboy({
      headers,
      limits: { files: 1, fields: 5, fieldSize: 1000, fileSize: mostBytes + 1 },
      defParamCharset: 'utf8',
    })
    parts.on('file', (_field, content, { filename }) => {
      isFound = true
      // The stream may break before it is read; unheard, that would end the whole process.
      content.on('error', () => undefined)
      storeUpload(actor, { name: sentName(filename), content }, countPages).then(resolve, reject)
    })
    parts.on('close', () => {
      if (!isFound) resolve(refuse('no-file'))
    })
    // A message that breaks off ends the file's own stream with an error, which is answered there.
    parts.on('error', () => {
      if (!isFound) resolve(refuse('file-not-received'))
    })
    body.on('error', (error) => parts.destroy(error))
    body.on('close', () => {
      if (!body.readableEnded) parts.destroy(new Error('The sender went away.'))
    })
    body.pipe(parts)
  })
}

/** Browsers write a quote in a file's name as %22. Source: HTML Standard, multipart/form-data encoding. */
const sentName = (filename: string | undefined) => (filename ?? '').replaceAll('%22', '"')
