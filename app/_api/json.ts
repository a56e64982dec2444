import type { Refused } from '#lib/result.ts'
import { type Accepted, accept } from '#lib/result.ts'
import { sayNo } from './replies.ts'

const mostBytes = 1_000_000
const deepest = 20

/**
 * Reads a body as strict JSON. What two readers could take for two things is refused: another character encoding, one
 * name twice in an object, half a surrogate pair, and what is nested deeper than any input of ours.
 */
export async function readJson(
  request: Request,
): Promise<Accepted<unknown> | Refused<'not-json' | 'not-read-here' | 'body-too-large'>> {
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(request.headers.get('content-type') ?? '')) {
    return sayNo('not-read-here', { wanted: 'JSON (Content-Type: application/json)' })
  }
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return sayNo('body-too-large')
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > mostBytes) return sayNo('body-too-large')
  const no = (why: string) => sayNo('not-json', { why })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return no('The body is not UTF-8.')
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return no('The body is no JSON.')
  }
  const fault = faultIn(text)
  return fault === null ? accept(value) : no(fault)
}

/** What JSON.parse lets through in silence. @param text JSON that it has taken. */
function faultIn(text: string): string | null {
  const open: (Set<string> | null)[] = []
  let last = ''
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g)) {
    if (token === '{' || token === '[') {
      if (open.push(token === '{' ? new Set() : null) > deepest) return 'The body is nested too deeply.'
    } else if (token === '}' || token === ']') open.pop()
    else if (token === ':') {
      const names = open.at(-1)
      if (names?.has(last)) return `The body names ${JSON.stringify(last)} twice in one place.`
      names?.add(last)
    } else {
      last = JSON.parse(token) as string
      if (!last.isWellFormed()) return 'The body holds half of a surrogate pair.'
    }
  }
  return null
}
