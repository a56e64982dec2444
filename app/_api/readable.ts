import type { Permission } from '#lib/access/actor.ts'
import { commandWords } from '#lib/history/filter.ts'
import { labelOf } from '#lib/kinds.ts'
import { apiCommands } from './commands.ts'
import { type JsonSchema, jsonSchemaOf, sampleOf } from './json_schema.ts'
import { nounOf } from './nouns.ts'
import { queries } from './queries.ts'

export type ReadableField = { readonly name: string; readonly words: string; readonly isNeeded: boolean }

/** An operation in words for people: the same declarations as openapi.json. */
export type Readable = {
  readonly noun: string
  readonly title: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly who: string
  readonly inPerson: boolean
  readonly note: string | null
  readonly fields: readonly ReadableField[]
  readonly curl: string
}

/** All operations by noun, questions before deeds. @param origin Where programs reach this desk. */
export function readableApi(origin: string): { readonly noun: string; readonly operations: Readable[] }[] {
  const all = [...questions(origin), upload(origin), ...deeds(origin)]
  const nouns = [...new Set(all.map(({ noun }) => noun))]
  return nouns.map((noun) => ({ noun, operations: all.filter((one) => one.noun === noun) }))
}

const token = `-H "Authorization: Bearer $TOKEN"`

function questions(origin: string): Readable[] {
  return queries.map(({ path, summary, may, note, input }) => {
    const schema = jsonSchemaOf(input)
    const example = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
      encodeURIComponent(String(sampleOf(schema.properties?.[name] ?? {}, name))),
    )
    return {
      noun: path.split('/')[1] ?? '',
      ...{ title: summary, method: 'GET', path: `/api/v1${path}`, who: rolesIn(may), inPerson: false },
      note: note ?? null,
      fields: fieldsOf(schema),
      curl: `curl ${token} ${origin}/api/v1${example}`,
    }
  })
}

function deeds(origin: string): Readable[] {
  return apiCommands.map(({ command, may, inPerson, input }) => {
    const schema = jsonSchemaOf(input)
    const path = `/api/v1/commands/${command}`
    const body = JSON.stringify(sampleOf(schema)).replaceAll("'", "'\\''")
    const headers = `${token} -H "Idempotency-Key: $(uuidgen)" -H "Content-Type: application/json"`
    return {
      noun: nounOf(command),
      ...{ title: commandWords(command), method: 'POST', path, who: rolesIn(may), inPerson, note: null },
      fields: fieldsOf(schema),
      curl: `curl ${headers} ${origin}${path} -d '${body}'`,
    }
  })
}

const upload = (origin: string): Readable => ({
  noun: 'files',
  ...{ title: 'Take in a file', method: 'POST', path: '/api/v1/files', inPerson: false },
  who: rolesIn(['intake', 'custodian', 'counsel']),
  note: 'A PDF, TIFF, JPEG or PNG to 50 MB, as multipart/form-data. Commands then name it by its SHA-256.',
  fields: [{ name: 'file', words: 'the file itself', isNeeded: true }],
  curl: `curl ${token} ${origin}/api/v1/files -F file=@paper.pdf`,
})

function rolesIn(may: readonly Permission[]): string {
  const roles = may.filter((one) => one !== 'anyone' && one !== 'system' && one !== 'nobody')
  return roles.map((role) => labelOf('roles', role)).join(', ')
}

function fieldsOf({ properties = {}, required = [] }: JsonSchema): ReadableField[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    words: wordsFor(schema),
    isNeeded: required.includes(name),
  }))
}

/** "a day, or null", "a list of: one of a, b". */
function wordsFor(schema: JsonSchema): string {
  if (schema.anyOf) return schema.anyOf.map(wordsFor).join(', or ')
  if (schema.enum) return `one of ${schema.enum.map((one) => JSON.stringify(one)).join(', ')}`
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.type === 'array') return `a list of: ${wordsFor(schema.items ?? {})}`
  if (schema.properties) {
    const inside = fieldsOf(schema).map(({ name, isNeeded }) => (isNeeded ? name : `${name}?`))
    return `an object: ${inside.join(', ')}`
  }
  if (schema.format === 'date') return 'a day, YYYY-MM-DD'
  if (schema.description) return schema.description.replace(/\.$/, '').toLowerCase()
  if (schema.examples) return `text such as ${String(schema.examples[0])}`
  if (schema.type === 'string')
    return schema.maxLength ? `text, at most ${schema.maxLength} characters` : 'text'
  if (schema.type === 'integer') return 'a whole number'
  return schema.type === 'boolean' ? 'true or false' : (schema.type ?? 'anything')
}
