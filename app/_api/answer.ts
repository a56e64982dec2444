import { storeSentFile } from '#app/_files/uploads.ts'
import { storeFile } from '#db/commands/file.ts'
import { type Actor, isPermitted, NotAllowed } from '#lib/access/actor.ts'
import { askQuery } from './ask_query.ts'
import { callerOf } from './caller.ts'
import { type ApiCommand, apiCommands } from './commands.ts'
import { readJson } from './json.ts'
import { openapi } from './openapi.ts'
import { queries } from './queries.ts'
import type { Query } from './query.ts'
import { answered, fileStatusOf, refused, sayNo } from './replies.ts'

type Operation =
  | { readonly method: 'POST'; readonly command: ApiCommand }
  | { readonly method: 'POST'; readonly command: null }
  | { readonly method: 'GET'; readonly query: Query; readonly named: Readonly<Record<string, string>> }

/**
 * Answers a request under /api/v1: whose token it is, what is asked, whether it may be. What a command or a query says
 * goes out as it is; a broken world is one sentence, and what broke stands in the log.
 */
export async function answerApi(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/api\/v1/, '')
  if (path === '/openapi.json' && isRead(request)) return Response.json(openapi())
  try {
    const caller = await callerOf(request)
    return caller.ok ? await answerTo(caller.value, path, request) : refused(caller.refusal)
  } catch (error) {
    if (error instanceof NotAllowed) return refused({ kind: 'not-permitted', sentence: error.message })
    // The driver's own words, without the values that were written: those may say who somebody is.
    console.error(error instanceof Error && error.cause instanceof Error ? error.cause : error)
    return refused(sayNo('went-wrong').refusal)
  }
}

const isRead = ({ method }: Request) => method === 'GET' || method === 'HEAD'

async function answerTo(actor: Actor, path: string, request: Request): Promise<Response> {
  const operation = operationAt(path)
  if (path === '/openapi.json') return refused(sayNo('no-such-method', { allowed: 'GET' }).refusal)
  if (!operation) return refused(sayNo('no-such-operation').refusal)
  const isAsked =
    request.method === operation.method || (request.method === 'HEAD' && operation.method === 'GET')
  if (!isAsked) return refused(sayNo('no-such-method', { allowed: operation.method }).refusal)
  if (operation.method === 'GET') return askQuery(actor, operation, request)
  return operation.command ? giveCommand(actor, operation.command, request) : takeFile(actor, request)
}

function operationAt(path: string): Operation | null {
  const parts = path.split('/').slice(1).map(decoded)
  if (parts.some((part) => part === null)) return null
  const [first, second, more] = parts
  if (first === 'files' && second === undefined) return { method: 'POST', command: null }
  if (first === 'commands' && more === undefined) {
    const command = apiCommands.find((one) => one.command === second)
    return command ? { method: 'POST', command } : null
  }
  for (const query of queries) {
    const named = namedIn(query.path, parts as string[])
    if (named) return { method: 'GET', query, named }
  }
  return null
}

/** What stands where a path has a name: { number: "INV-2026-00017" }; null where the path is another. */
function namedIn(path: string, parts: readonly string[]): Record<string, string> | null {
  const wanted = path.split('/').slice(1)
  if (wanted.length !== parts.length) return null
  const named: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const [, name] = /^\{(\w+)\}$/.exec(part) ?? []
    if (name) named[name] = parts[index] ?? ''
    else if (part !== parts[index]) return null
  }
  return named
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

async function giveCommand(actor: Actor, command: ApiCommand, request: Request): Promise<Response> {
  // Said before the body is read: who may not hears nothing of what it should have been.
  if (!isPermitted(actor, command.may)) throw new NotAllowed('This is not for your role.')
  const submission = request.headers.get('idempotency-key') ?? ''
  if (!/^[\x21-\x7e]{1,200}$/.test(submission)) return refused(sayNo('no-key').refusal)
  const body = await readJson(request)
  if (!body.ok) return refused(body.refusal)
  const done = await command(actor, body.value, { submission })
  if (done.ok) return answered(done.value)
  // The command speaks of a form to whoever sent one.
  return refused(
    done.refusal.kind === 'submission-reused' ? sayNo('submission-reused').refusal : done.refusal,
  )
}

/** The bytes come first, and commands then name them by their hash. The same bytes twice are one file. */
async function takeFile(actor: Actor, request: Request): Promise<Response> {
  if (!isPermitted(actor, storeFile.may)) throw new NotAllowed('This is not for your role.')
  if (!/^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')) {
    return refused(sayNo('not-read-here', { wanted: 'multipart/form-data, with the field file' }).refusal)
  }
  const stored = await storeSentFile(actor, request)
  if (!stored.ok) return refused(stored.refusal, fileStatusOf(stored.refusal.kind))
  const { sha256, name, size, contentType, pages } = stored.value
  return answered({ sha256, name, size, contentType, pages })
}
