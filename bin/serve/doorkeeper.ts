/** What a request must be before any page sees it. Pure: facts in, an answer out. */

export type Asked = {
  readonly method: string
  /** As it came: a path with its query. */
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

export type TurnedAway = {
  readonly status: number
  /** Which door it was, in words that stay: programs hear it. */
  readonly kind: 'no-path' | 'another-host' | 'another-origin' | 'length-needed' | 'body-too-large'
  readonly sentence: string
  readonly location?: string
}

/** 50 MiB of paper and what a form adds around it. */
const mostUploaded = 52 * 1024 * 1024
/** Any other form or message: 500 targets and long texts fit many times. */
const mostSaid = 2 * 1024 * 1024

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Null when the request may go on to the pages; otherwise what it gets instead.
 *
 * @param publicUrl the origin under which people open the desk, such as `https://desk.example.test`.
 */
export function turnAway(asked: Asked, publicUrl: string): TurnedAway | null {
  if (!asked.url.startsWith('/'))
    return { status: 400, kind: 'no-path', sentence: 'This is no path on this server.' }
  return wrongHost(asked, publicUrl) ?? (safe.has(asked.method) ? null : wrongPost(asked, publicUrl))
}

/** Links in letters name one address, and cookies belong to it: every other name for this machine leads there. */
function wrongHost({ method, url, headers }: Asked, publicUrl: string): TurnedAway | null {
  if (headers.host === new URL(publicUrl).host) return null
  const sentence = `This desk is at ${publicUrl}.`
  if (method !== 'GET' && method !== 'HEAD') return { status: 421, kind: 'another-host', sentence }
  return { status: 307, kind: 'another-host', sentence, location: publicUrl + url }
}

/**
 * A change is taken only from our own pages. Next runs Server Actions without an Origin header, and with a foreign one
 * beside an X-Forwarded-Host that somebody made up; so this stands before it.
 */
function wrongPost(asked: Asked, publicUrl: string): TurnedAway | null {
  const { origin } = asked.headers
  if (origin !== publicUrl && !(origin === undefined && isForPrograms(asked.url))) {
    const sentence = `This was not sent from ${publicUrl}. Nothing was changed.`
    return { status: 403, kind: 'another-origin', sentence }
  }
  return tooLarge(asked)
}

/**
 * Whether a path is one that programs ask: there a token counts and a cookie means nothing, so nobody can make a
 * person's browser do what it does not mean. A path that another reader might take for another one is none.
 */
export function isForPrograms(url: string): boolean {
  const [path = ''] = url.split(/[?#]/, 1)
  return /^\/api\/v1(\/|$)/.test(path) && URL.parse(path, 'http://desk.invalid')?.pathname === path
}

function tooLarge({ headers }: Asked): TurnedAway | null {
  if (headers['transfer-encoding'] !== undefined) {
    return {
      status: 411,
      kind: 'length-needed',
      sentence: 'Say how long the message is (Content-Length) and send it again.',
    }
  }
  const isForm = /^multipart\/form-data\b/i.test(String(headers['content-type'] ?? ''))
  if (Number(headers['content-length'] ?? 0) <= (isForm ? mostUploaded : mostSaid)) return null
  const sentence = isForm
    ? 'The file is larger than 50 MB. Nothing was stored.'
    : 'The message is larger than 2 MB. Nothing was changed.'
  return { status: 413, kind: 'body-too-large', sentence }
}
