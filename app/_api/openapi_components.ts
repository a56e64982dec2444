import type { JsonSchema } from './json_schema.ts'

export type Described = Readonly<Record<string, unknown>>

/** A body of JSON, with an example where there is one. */
export const json = (schema: JsonSchema | Described, example?: unknown) => ({
  'application/json': { schema, ...(example === undefined ? {} : { example }) },
})

/** What each status means; 409 is a rule of the trade saying no, and `kind` says which. */
const meanings: Readonly<Record<number, string>> = {
  400: 'The Idempotency-Key is missing, or the body is no JSON of one meaning.',
  401: 'There is no token, or it is unknown, revoked or over.',
  403: 'Not for the roles of this machine, or done in person.',
  404: 'There is none of this number.',
  409: 'A rule says no, in a sentence; nothing was changed.',
  413: 'The body is too large.',
  415: 'The body is of another type.',
  422: 'Not understood: `fields` names each field at fault with a sentence.',
  429: 'Too many requests: wait as Retry-After says.',
  500: 'Something broke, and nothing was changed.',
}

/** What all operations share: the token, the key, the one shape of a refusal, and what each status means. */
export const components: Described = {
  securitySchemes: {
    token: { type: 'http', scheme: 'bearer', description: 'The token of a machine, desk_…' },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description:
        'Another for each new deed. Sent again with the same body within 30 days, the stored answer comes back and nothing is done twice; with another body it is refused. A refused try stores nothing.',
      schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
    },
  },
  schemas: {
    Refused: {
      type: 'object',
      properties: {
        ok: { const: false },
        refusal: {
          type: 'object',
          properties: {
            kind: { type: 'string', description: 'Which rule, in words that stay: hold-not-over.' },
            sentence: { type: 'string', description: 'The same for a person.' },
            field: { type: 'string', description: 'The field at fault, where it is one.' },
            fields: { type: 'object', additionalProperties: { type: 'string' } },
          },
          required: ['kind', 'sentence'],
        },
      },
      required: ['ok', 'refusal'],
    },
  },
  responses: Object.fromEntries(
    Object.entries(meanings).map(([status, description]) => [
      status,
      {
        description,
        content: json({ $ref: '#/components/schemas/Refused' }),
        ...(status === '429' ? { headers: { 'Retry-After': { schema: { type: 'integer' } } } } : {}),
      },
    ]),
  ),
}
