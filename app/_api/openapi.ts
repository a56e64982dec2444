import { z } from 'zod'
import { storeFile } from '#db/commands/file.ts'
import type { Permission } from '#lib/access/actor.ts'
import { commandWords } from '#lib/history/filter.ts'
import { type ApiCommand, apiCommands } from './commands.ts'
import { type JsonSchema, jsonSchemaOf, sampleOf } from './json_schema.ts'
import { nounOf } from './nouns.ts'
import { components, type Described, json } from './openapi_components.ts'
import { queries } from './queries.ts'
import type { Query } from './query.ts'

/** The whole API as OpenAPI 3.1, made from the declarations that it runs by. It needs no office. */
export const openapi = (): Described => {
  made ??= described()
  return made
}
let made: Described | undefined

const root = '/api/v1'

function described(): Described {
  const paths: Record<string, Described> = { [`${root}/openapi.json`]: { get: thisOne } }
  for (const query of queries) paths[root + query.path] = { get: asked(query) }
  paths[`${root}/files`] = { post: upload }
  for (const command of apiCommands) paths[`${root}/commands/${command.command}`] = { post: given(command) }
  return {
    openapi: '3.1.0',
    info: { title: 'Subpoena Desk', version: '1', description: about },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths,
    components,
  }
}

const about = [
  'Each request carries the token of a machine. What the machine may is said of each operation by roles.',
  'Instants are epoch milliseconds, days are YYYY-MM-DD in the office’s zone, money is whole cents.',
  'Things are named by reference or number. A query that lists answers with `next`: send it as `cursor` for more.',
  'A program may ask 600 times a minute; one time more is answered 429 with Retry-After.',
  'Bodies are strict JSON to 1 MB, with Content-Length: an unknown field, a number as a word, or a list where one value belongs is 422.',
].join(' ')

const roles = (may: readonly Permission[]) => may.filter((one) => one !== 'anyone' && one !== 'system')
const forRoles = (may: readonly Permission[]) => `For ${roles(may).join(', ')}.`
const refusals = (...statuses: number[]) =>
  Object.fromEntries(
    [401, 403, 429, 500, ...statuses]
      .toSorted()
      .map((status) => [status, { $ref: `#/components/responses/${status}` }]),
  )
const done = (value: JsonSchema): Described => ({
  type: 'object',
  properties: { ok: { const: true }, value },
  required: ['ok', 'value'],
})

const thisOne: Described = {
  operationId: 'openapi',
  summary: 'This description; it needs no token',
  tags: ['openapi'],
  security: [],
  responses: { 200: { description: 'The description.', content: json({ type: 'object' }) } },
}

function asked({ path, summary, note, may, input, answer }: Query): Described {
  const { properties = {}, required = [] } = jsonSchemaOf(input)
  const parameters = Object.entries(properties).map(([name, schema]) => {
    const isNamed = path.includes(`{${name}}`)
    return { name, in: isNamed ? 'path' : 'query', required: isNamed || required.includes(name), schema }
  })
  const value = answer === 'pdf' ? null : jsonSchemaOf(answer)
  const content = value
    ? json(done(value), { ok: true, value: sampleOf(value) })
    : { 'application/pdf': { schema: { type: 'string', contentMediaType: 'application/pdf' } } }
  const [, noun = ''] = path.split('/')
  return {
    operationId: `get-${path.slice(1).replaceAll('/', '-').replace(/[{}]/g, '')}`,
    summary,
    description: [forRoles(may), note].filter(Boolean).join(' '),
    tags: [noun],
    'x-roles': roles(may),
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: { 200: { description: 'What was asked for.', content }, ...refusals(404, 422) },
  }
}

function given({ command, may, input, inPerson, value }: ApiCommand): Described {
  const [schema, answer] = [jsonSchemaOf(input), jsonSchemaOf(value)]
  const people = 'Done in person: a machine is answered 403 `not-a-person`, whatever its roles.'
  return {
    operationId: command,
    summary: commandWords(command),
    description: [forRoles(may), ...(inPerson ? [people] : [])].join(' '),
    tags: [nounOf(command)],
    'x-roles': roles(may),
    'x-in-person': inPerson,
    parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }],
    requestBody: { required: true, content: json(schema, sampleOf(schema)) },
    responses: {
      200: {
        description: 'It was done.',
        content: json(done(answer), { ok: true, value: sampleOf(answer) }),
      },
      ...refusals(400, 409, 413, 415, 422),
    },
  }
}

const storedFile = z.object({
  ...{ sha256: z.string(), name: z.string(), size: z.int(), contentType: z.string() },
  pages: z.int().nullable(),
})

const upload: Described = {
  operationId: 'upload-file',
  summary: 'Take in a PDF, TIFF, JPEG or PNG to 50 MB; commands then name it by its SHA-256',
  description: `${forRoles(storeFile.may)} The same bytes twice are one file, so it may be sent again.`,
  tags: ['files'],
  'x-roles': storeFile.may,
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
          required: ['file'],
        },
      },
    },
  },
  responses: {
    200: {
      description: 'It is stored.',
      content: json(done(jsonSchemaOf(storedFile)), { ok: true, value: sampleOf(jsonSchemaOf(storedFile)) }),
    },
    ...refusals(413, 415, 422),
  },
}
