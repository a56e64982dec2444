import { storeFormFile } from '#app/_files/uploads.ts'
import type { Actor } from '#lib/access/actor.ts'
import { paperWords } from '#lib/file/name.ts'
import type { Refusal } from '#lib/result.ts'

/** A file that the form itself carries stands under the field's name with this ending. */
const carried = '.file'

/**
 * Stores the files that a form carries, before anything is asked of its other fields, and puts each one's hash and name
 * in their place. Null when all of them are stored; else the first refusal, at its field.
 */
export async function storeFiles(actor: Actor, form: FormData): Promise<Refusal | null> {
  for (const [key, value] of [...form.entries()]) {
    if (!key.endsWith(carried) || typeof value === 'string') continue
    form.delete(key)
    if (value.size === 0 && value.name === '') continue
    const field = key.slice(0, -carried.length)
    const stored = await storeFormFile(actor, value)
    if (!stored.ok) return { ...stored.refusal, field }
    const { sha256, name, size, pages } = stored.value
    form.set(field, sha256)
    form.set(`${field}Name`, name)
    form.set(`${field}.words`, paperWords({ size, pages }))
  }
  return null
}
