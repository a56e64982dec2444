import { randomUUID } from 'node:crypto'
import { z } from 'zod'

type Schema = Parameters<typeof z.fromJSONSchema>[0]
type Content = Readonly<Record<string, { readonly schema: Schema }>>
type Operation = {
  readonly parameters?: readonly (
    | { readonly name: string; readonly in: string }
    | { readonly $ref: string }
  )[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

export type Heard = {
  readonly status: number
  readonly ok: boolean
  // biome-ignore lint/suspicious/noExplicitAny: what it is, is checked against the description
  readonly value: any
  readonly refusal: { readonly kind: string; readonly sentence: string } | null
  readonly bytes: Buffer
}

/**
 * Another program, written from openapi.json alone: it knows no path and no field that does not stand there, checks
 * what it sends against the schema before it sends it, and what it hears against the one of the answer.
 */
export class Program {
  readonly #origin: string
  readonly #token: string
  readonly #document: Document

  private constructor(origin: string, token: string, document: Document) {
    this.#origin = origin
    this.#token = token
    this.#document = document
  }

  static async at(origin: string, token: string): Promise<Program> {
    const response = await fetch(`${origin}/api/v1/openapi.json`)
    if (!response.ok) throw new Error(`openapi.json answers ${response.status}.`)
    return new Program(origin, token, (await response.json()) as Document)
  }

  /** Gives a command, with a key of its own. */
  async give(command: string, input: Record<string, unknown>, key: string = randomUUID()): Promise<Heard> {
    const path = `/api/v1/commands/${command}`
    const operation = this.#operation('post', path)
    const body = operation.requestBody?.content['application/json']
    if (!body) throw new Error(`${path} takes no JSON.`)
    z.fromJSONSchema(body.schema).parse(input)
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key }
    return this.#send(operation, path, { method: 'POST', headers, body: JSON.stringify(input) })
  }

  /** Asks a path as it is described, with what stands in its braces and the filters. */
  async ask(path: string, asked: Record<string, string> = {}): Promise<Heard> {
    const described = `/api/v1${path}`
    const operation = this.#operation('get', described)
    const known = (operation.parameters ?? []).flatMap((one) => ('name' in one ? [one] : []))
    const unknown = Object.keys(asked).find((name) => !known.some((one) => one.name === name))
    if (unknown) throw new Error(`${described} has no ${unknown}.`)
    const filters = Object.entries(asked).filter(([name]) => !path.includes(`{${name}}`))
    const address = described.replace(/\{(\w+)\}/g, (_whole, name: string) =>
      encodeURIComponent(asked[name] ?? ''),
    )
    return this.#send(operation, `${address}?${new URLSearchParams(filters)}`, {})
  }

  /** Hands a file over; its hash is how commands name it. */
  async file(name: string, bytes: Buffer): Promise<Heard> {
    const operation = this.#operation('post', '/api/v1/files')
    const { schema } = operation.requestBody?.content['multipart/form-data'] ?? { schema: false }
    const [field = ''] = typeof schema === 'object' ? Object.keys(schema.properties ?? {}) : []
    const body = new FormData()
    body.set(field, new File([new Uint8Array(bytes)], name))
    return this.#send(operation, '/api/v1/files', { method: 'POST', body })
  }

  #operation(method: string, path: string): Operation {
    const operation = this.#document.paths[path]?.[method]
    if (!operation) throw new Error(`openapi.json knows no ${method} ${path}.`)
    return operation
  }

  async #send(operation: Operation, path: string, init: RequestInit): Promise<Heard> {
    const headers = { ...init.headers, Authorization: `Bearer ${this.#token}` }
    const response = await fetch(this.#origin + path, { ...init, headers })
    const { status } = response
    const bytes = Buffer.from(await response.arrayBuffer())
    const described = operation.responses[status]
    if (!described) throw new Error(`${path} answers ${status}, which is not described: ${bytes}`)
    const type = response.headers.get('content-type')?.split(';')[0] ?? ''
    if (type !== 'application/json') return { status, ok: response.ok, value: null, refusal: null, bytes }
    const read = JSON.parse(bytes.toString('utf8'))
    const schema = described.content?.[type]?.schema
    if (schema) z.fromJSONSchema(schema).parse(read)
    return { status, ok: read.ok, value: read.value ?? null, refusal: read.refusal ?? null, bytes }
  }
}
