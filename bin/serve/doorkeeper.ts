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
  readonly kind:
    | 'no-path'
    | 'another-host'
    | 'another-origin'
    | 'length-needed'
    | 'body-too-large'
    | 'sign-in-first'
  readonly sentence: string
  readonly location?: string
}

/** 50 MiB of paper and what a form adds around it. */
const mostUploaded = 52 * 1024 * 1024
/** Any other form or message: 500 targets and long texts fit many times. */
const mostSaid = 2 * 1024 * 1024

/** What anybody may send who is not signed in: the forms at the door have a dozen short fields. */
const mostSaidAtDoor = 64 * 1024
const door = /^\/(sign-in|invitation|reset|set-up)(\/|$)/

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

function tooLarge({ url, headers }: Asked): TurnedAway | null {
  if (headers['transfer-encoding'] !== undefined) {
    return {
      status: 411,
      kind: 'length-needed',
      sentence: 'Say how long the message is (Content-Length) and send it again.',
    }
  }
  const isForm = /^multipart\/form-data\b/i.test(String(headers['content-type'] ?? ''))
  const most = door.test(pathOf(url)) ? mostSaidAtDoor : isForm ? mostUploaded : mostSaid
  if (lengthOf(headers) <= most) return null
  const sentence =
    most === mostUploaded
      ? 'The file is larger than 50 MB. Nothing was stored.'
      : `The message is larger than ${most === mostSaid ? '2 MB' : '64 kB'}. Nothing was changed.`
  return { status: 413, kind: 'body-too-large', sentence }
}

/**
 * Whether a form with a file is only for a browser that signed in here once: Next holds such a form in memory before
 * any page of ours asks who sends it. Our API's routes ask first, and read a file while it comes.
 */
export function isForKnownBrowsers({ method, url, headers }: Asked): boolean {
  return !safe.has(method) && lengthOf(headers) > mostSaid && !pathOf(url).startsWith('/api/')
}

const pathOf = (url: string): string => url.split('?', 1)[0] ?? url
const lengthOf = (headers: Asked['headers']): number => Number(headers['content-length'] ?? 0)
