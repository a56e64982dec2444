import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { closeOffice } from '#db/office.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { kindsOf } from '#lib/kinds.ts'
import { apiCommands } from './commands.ts'
import { type JsonSchema, jsonSchemaOf, sampleOf } from './json_schema.ts'
import { nounOf } from './nouns.ts'
import { openapi } from './openapi.ts'
import { ask, tokenFor } from './program_for_tests.ts'
import { queries } from './queries.ts'

type Operation = {
  readonly operationId: string
  readonly requestBody?: { readonly content: Record<string, { schema: JsonSchema; example?: unknown }> }
  readonly responses: Readonly<Record<string, unknown>>
}
const document = openapi() as {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

let office: TestOffice
let token: string
beforeAll(async () => {
  office = await testOffice()
  token = await tokenFor('reads everything', ...kindsOf('roles'))
})
afterAll(() => office.close())

describe('openapi.json', () => {
  test('is whole JSON in which every reference leads somewhere', () => {
    expect(document.openapi).toBe('3.1.0')
    const text = JSON.stringify(document)
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
    expect(references.length).toBeGreaterThan(100)
    for (const path of new Set(references)) {
      const found = path
        .split('/')
        .reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], document)
      expect(found, path).toBeTypeOf('object')
    }
    const names = operations.map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
  })

  test.each(operations.map(({ path, method }) => [method, path]))(
    '%s %s is answered',
    async (method, path) => {
      const address = path.replace('/api/v1', '').replace(/\{\w+\}/g, 'S-2026-00001')
      const { status, body } = await ask(token, address, { method: method.toUpperCase() })
      expect(body.refusal?.kind).not.toBe('no-such-operation')
      expect([404, 405].includes(status) && body.refusal?.kind !== 'no-such-thing').toBe(false)
      const other = await ask(token, address, { method: method === 'get' ? 'POST' : 'GET' })
      expect(other).toMatchObject({ status: 405, body: { refusal: { kind: 'no-such-method' } } })
    },
  )

  test('says of every operation that there is, and of no other', () => {
    const routed = [
      'get /openapi.json',
      'post /files',
      ...queries.map(({ path }) => `get ${path}`),
      ...apiCommands.map(({ command }) => `post /commands/${command}`),
    ].map((one) => one.replace(' ', ' /api/v1'))
    expect(operations.map(({ path, method }) => `${method} ${path}`).toSorted()).toEqual(routed.toSorted())
  })

  test('answers without a token and before any office is open', async () => {
    await closeOffice()
    expect(await ask(null, '/openapi.json')).toMatchObject({ status: 200, body: { openapi: '3.1.0' } })
    expect(await ask('desk_x', '/today')).toMatchObject({ status: 401 })
    expect(await ask(null, '')).toMatchObject({ status: 401 })
    await office.close()
    office = await testOffice()
    token = await tokenFor('reads everything', ...kindsOf('roles'))
  })
})

/** Each way in which one field of an input can be something else than it is. */
function spoiled(schema: JsonSchema, sample: Record<string, unknown>): [string, unknown][] {
  const fields = Object.entries(sample)
  const needed = fields.filter(([name]) => schema.required?.includes(name))
  return [
    ['an unknown field', { ...sample, unheardOf: true }],
    ['no object', [sample]],
    ...needed.map(([name]): [string, unknown] => [
      `no ${name}`,
      Object.fromEntries(fields.filter(([key]) => key !== name)),
    ]),
    ...fields.map(([name, value]): [string, unknown] => [
      `a list for ${name}`,
      { ...sample, [name]: Array.isArray(value) ? { 0: value[0] } : [value] },
    ]),
    ...fields
      .filter(([, value]) => typeof value === 'number' || typeof value === 'boolean')
      .map(([name, value]): [string, unknown] => [
        `a word for ${name}`,
        { ...sample, [name]: String(value) },
      ]),
  ]
}

describe.each(apiCommands.map((command) => [command.command, command] as const))('%s', (name, command) => {
  const operation = document.paths[`/api/v1/commands/${name}`]?.post
  const { schema, example } = operation?.requestBody?.content['application/json'] ?? { schema: {} }
  const read = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])

  test('takes the example that stands in it', () => {
    expect(read.safeParse(example)).toMatchObject({ success: true })
    expect(command.input.safeParse(example)).toMatchObject({ success: true })
  })

  test('and its schema refuse the same', () => {
    const tried = spoiled(schema, example as Record<string, unknown>)
    expect(tried.length).toBeGreaterThan(1)
    for (const [what, input] of tried) {
      expect([what, read.safeParse(input).success]).toEqual([what, command.input.safeParse(input).success])
      expect([what, command.input.safeParse(input).success]).toEqual([what, false])
    }
  })

  test('answers in the shape that is described, and stands under its noun', () => {
    const answer = jsonSchemaOf(command.value)
    expect(answer).not.toEqual({})
    expect(nounOf(name)).not.toBe('other')
    expect(command.value.safeParse(sampleOf(answer))).toMatchObject({ success: true })
  })
})
