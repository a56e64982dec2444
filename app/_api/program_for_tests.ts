import { makeMachineToken } from '#db/commands/machine.ts'
import { newMachineToken } from '#db/tokens.ts'
import { system } from '#lib/access/actor.ts'
import type { Role } from '#lib/kinds.ts'
import { answerApi } from './answer.ts'

/** What a program hears: the status, and the answer as it was read. */
export type Heard = {
  readonly status: number
  readonly body: Answer
  readonly headers: Headers
  readonly text: string
}
type Answer = {
  readonly ok?: boolean
  // biome-ignore lint/suspicious/noExplicitAny: each operation answers something else
  readonly value?: any
  readonly refusal?: {
    readonly kind: string
    readonly sentence: string
    readonly fields?: Record<string, string>
  }
}

/** A token of a new machine with these roles. */
export async function tokenFor(name: string, ...roles: Role[]): Promise<string> {
  const { token, hash: tokenHash } = newMachineToken()
  const done = await makeMachineToken(system, { machine: name, roles, lastDayOn: null, tokenHash })
  if (!done.ok) throw new Error(done.refusal.sentence)
  return token
}

type Sent = {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Uint8Array<ArrayBuffer> | FormData
}

/** Asks as a program would, past the server's door. */
export async function ask(token: string | null, path: string, sent: Sent = {}): Promise<Heard> {
  const { method = 'GET', headers = {}, body } = sent
  const authorization: Record<string, string> = token === null ? {} : { Authorization: `Bearer ${token}` }
  const request = new Request(`http://desk.test/api/v1${path}`, {
    method,
    headers: { ...authorization, 'x-from': '192.0.2.7', ...headers },
    ...(body === undefined ? {} : { body }),
  })
  const response = await answerApi(request)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
  const read = (isJson ? JSON.parse(text) : {}) as Answer
  return { status: response.status, body: read, headers: response.headers, text }
}

let keys = 0

/** Gives a command; each time with a key of its own where none is given. */
export function give(token: string | null, command: string, input: unknown, key?: string): Promise<Heard> {
  keys += 1
  return ask(token, `/commands/${command}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key ?? `key-${keys}` },
    body: JSON.stringify(input),
  })
}
