import { paperWords, sizeText } from '#lib/file/name.ts'
import { mostBytes } from '#lib/file/paper_type.ts'

/** A stored file as a form knows it. */
export type Known = {
  readonly sha256: string
  readonly name: string
  /** "11 pages, 1.2 MB". */
  readonly words: string
  /** The subpoenas that were logged with this very paper. */
  readonly logged: readonly string[]
}

export type Sent =
  | { readonly ok: true; readonly known: Known }
  | { readonly ok: false; readonly sentence: string }

type Answer = {
  readonly sha256?: string
  readonly name?: string
  readonly size?: number
  readonly pages?: number | null
  readonly logged?: readonly string[]
  readonly refusal?: { readonly sentence: string }
}

const unheard = 'The file did not reach the desk. See whether you are connected, and choose it again.'

/** Sends one file to be stored. Never throws: whatever happened is a sentence. */
export async function sendFile(file: File): Promise<Sent> {
  // Larger ones are cut off at the door, which a browser shows as a lost connection.
  if (file.size > mostBytes) return no(`${file.name} is ${sizeText(file.size)}; at most 50 MB are kept.`)
  const form = new FormData()
  form.set('file', file)
  try {
    const response = await fetch('/api/files', { method: 'POST', body: form })
    return readAnswer((await response.json()) as Answer)
  } catch {
    return no(unheard)
  }
}

function readAnswer({ sha256, name = '', size = 0, pages = null, logged = [], refusal }: Answer): Sent {
  if (!sha256) return no(refusal?.sentence ?? unheard)
  return { ok: true, known: { sha256, name, words: paperWords({ size, pages }), logged } }
}

const no = (sentence: string): Sent => ({ ok: false, sentence })
