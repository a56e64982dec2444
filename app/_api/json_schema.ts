import { z } from 'zod'

/** A schema as JSON Schema 2020-12, as far as we look into it. */
export type JsonSchema = {
  readonly type?: string
  readonly format?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly examples?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxLength?: number
  readonly pattern?: string
}

/** Our own words for numbers, said in full; what another reader would take for a stricter format is left out. */
const formats: Readonly<Record<string, Partial<JsonSchema>>> = {
  instant: { description: 'Epoch milliseconds.' },
  cents: { description: 'Whole cents.' },
  minutes: { description: 'Whole minutes.' },
  // Looser than ours, which needs a reader of Unicode's classes.
  email: { format: 'idn-email', pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$' },
  time: { format: undefined, description: 'HH:MM, 24 hours.' },
}

/** The one way from a schema of ours to what openapi.json says of it. What is only refined is not in it. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema, ...printed } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      const said = formats[jsonSchema.format ?? '']
      if (!said) return
      Object.assign(jsonSchema, said)
      if ('format' in said && said.format === undefined) delete jsonSchema.format
    },
  })
  return printed as JsonSchema
}

/**
 * An example that fits a schema: what it names as one, else the plainest. Only what is needed of an object.
 *
 * @param name What it is called where it stands.
 */
export function sampleOf(schema: JsonSchema, name = ''): unknown {
  if (schema.examples) return schema.examples[0]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return sampleOf(schema.anyOf.find(({ const: none }) => none !== '') ?? {}, name)
  if (schema.properties) {
    const needed = Object.entries(schema.properties).filter(([key]) => schema.required?.includes(key))
    return Object.fromEntries(needed.map(([key, property]) => [key, sampleOf(property, key)]))
  }
  if (schema.type === 'array') return [sampleOf(schema.items ?? {}, name)]
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return numberFor(schema)
  if (schema.format === 'date') return '2026-01-06'
  return schema.type === 'string' ? wordsFor(name).slice(0, schema.maxLength) : null
}

function numberFor({ format, minimum = 1, maximum }: JsonSchema): number {
  if (format === 'instant') return 1_767_636_000_000
  if (format === 'cents') return Math.max(15_900, minimum)
  if (format === 'minutes') return 90
  return Math.min(Math.max(minimum, 1), maximum ?? Number.MAX_SAFE_INTEGER)
}

/** "issuingParty" is "Issuing party". */
function wordsFor(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
