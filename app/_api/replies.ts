import type { Refusal } from '#lib/result.ts'
import { refusals } from '#lib/result.ts'

/** What the API itself refuses, before a command or a query is asked. */
const refuse = refusals({
  'no-token': () => 'Send a token that works: Authorization: Bearer desk_….',
  'too-many-requests': ({ seconds }: { seconds: number }) =>
    `This is more than the desk takes from one program. Wait ${seconds} seconds.`,
  'no-such-operation': () => 'There is nothing of this name: see /api/v1/openapi.json.',
  'no-such-method': ({ allowed }: { allowed: string }) => `This is asked with ${allowed}.`,
  'no-such-thing': () => 'There is none of this number.',
  'no-key': () =>
    'Send an Idempotency-Key, 1 to 200 characters of your own without blanks, another for each new deed: sent twice, it is done once.',
  'submission-reused': () => 'This key was sent before with another body. Take another key for another deed.',
  'not-json': ({ why }: { why: string }) => why,
  'not-read-here': ({ wanted }: { wanted: string }) => `Send it as ${wanted}.`,
  'body-too-large': () => 'The message is larger than 1 MB. Nothing was changed.',
  'went-wrong': () => 'Something went wrong here, and nothing was changed. Try again with the same key.',
})

export const sayNo = refuse

/** What HTTP calls each refusal; what a rule of the trade refuses is a conflict with how things stand. */
const statuses: Readonly<Record<string, number>> = {
  'no-token': 401,
  'not-permitted': 403,
  'not-a-person': 403,
  'no-such-operation': 404,
  'no-such-thing': 404,
  'no-such-method': 405,
  'no-key': 400,
  'not-json': 400,
  'not-read-here': 415,
  'body-too-large': 413,
  'not-understood': 422,
  'too-many-requests': 429,
  'went-wrong': 500,
}

/** What is refused of an uploaded file; all else about a file that came is a fault of the file. */
const fileStatuses: Readonly<Record<string, number>> = { 'file-too-large': 413, 'disk-full': 507 }

export const statusOf = (kind: string): number => statuses[kind] ?? 409
export const fileStatusOf = (kind: string): number => statuses[kind] ?? fileStatuses[kind] ?? 422

export function answered(value: unknown): Response {
  return Response.json({ ok: true, value: value ?? null })
}

/** Every refusal has one shape, whoever refused. */
export function refused(refusal: Refusal, status = statusOf(refusal.kind)): Response {
  const headers = headersOf(refusal)
  return Response.json({ ok: false, refusal }, { status, headers })
}

function headersOf({ kind, seconds, allowed }: Refusal): Record<string, string> {
  if (kind === 'no-token') return { 'WWW-Authenticate': 'Bearer realm="Subpoena Desk"' }
  if (kind === 'too-many-requests') return { 'Retry-After': String(seconds) }
  return kind === 'no-such-method' ? { Allow: String(allowed) } : {}
}
