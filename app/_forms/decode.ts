import { readDate, readTime } from '#app/_ui/read_date.ts'
import { parseCalendarDate } from '#lib/calendar/date.ts'
import { instantOf, isTimeOfDay } from '#lib/calendar/instant.ts'
import { parseMoney } from '#lib/money.ts'

/** The part of JSON Schema that our inputs print as. */
export type Schema = {
  readonly type?: string
  readonly format?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly required?: readonly string[]
  readonly pattern?: string
  readonly enum?: readonly unknown[]
}

/** Where and when a form is filled in: what "5 pm" and "Mon 9 Feb" mean. */
export type Place = { readonly zone: string; readonly today: string }

/**
 * From a form's fields to a command's input: the one decoder. The schema says what each field is; names are paths
 * ("targets.0.identifier"). What cannot be read stays the text it was, so that the schema refuses it with a sentence.
 * Next's own `$ACTION_` fields are dropped, an empty optional field is left out, an unticked box is false.
 */
export function decodeForm(form: FormData, schema: Schema, place: Place): unknown {
  const names = [...form.keys()].filter((name) => !name.startsWith('$ACTION_'))
  return decode(schema, '', names, form, place) ?? {}
}

function decode(
  schema: Schema,
  path: string,
  names: readonly string[],
  form: FormData,
  place: Place,
): unknown {
  const one = schema.anyOf ? (schema.anyOf.find((option) => option.type !== 'null') ?? schema) : schema
  const nullable = schema.anyOf?.some((option) => option.type === 'null') ?? false
  if (one.properties) return decodeObject(one, path, names, form, place)
  if (one.type === 'array') return decodeArray(one, path, names, form, place)
  if (one.type === 'boolean') return form.has(path) ? isTicked(form.get(path)) : false
  const text = textOf(form, path, one, place)
  if (text === null) return nullable ? null : undefined
  if (text.trim() === '' && (nullable || one.type !== 'string' || one.format))
    return nullable ? null : undefined
  if (one.type === 'integer' || one.type === 'number') return numberOf(text, one.format, place)
  // Before scripts arrive, a day and a time come in the words that they were typed in.
  if (one.format === 'date') return readDate(text, place.today) ?? text
  return one.format === 'time' ? (readTime(text) ?? text) : text
}

function decodeObject(
  { properties = {}, required = [] }: Schema,
  path: string,
  names: readonly string[],
  form: FormData,
  place: Place,
): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(properties)) {
    const value = decode(schema, path === '' ? name : `${path}.${name}`, names, form, place)
    if (value === '' && !required.includes(name) && isOneOf(schema)) continue
    if (value !== undefined) found[name] = value
  }
  return found
}

/** A number, a hash or a kind of a list: left empty, it was not given. */
const isOneOf = ({ pattern, enum: listed }: Schema) => pattern !== undefined || listed !== undefined

/** "targets.0.…", "targets.1.…", or one name given several times. */
function decodeArray(
  schema: Schema,
  path: string,
  names: readonly string[],
  form: FormData,
  place: Place,
): unknown[] {
  const items = schema.items ?? {}
  const prefix = `${path}.`
  const indexes = new Set(
    names
      .filter((name) => name.startsWith(prefix))
      .map((name) => Number(name.slice(prefix.length).split('.')[0])),
  )
  if (indexes.size > 0) {
    return [...indexes]
      .filter(Number.isInteger)
      .sort((a, b) => a - b)
      .map((index) => decode(items, `${prefix}${index}`, names, form, place))
  }
  const all = form.getAll(path).filter((value) => typeof value === 'string' && value.trim() !== '')
  return all.map((value) => (items.type === 'integer' ? numberOf(String(value), items.format, place) : value))
}

/**
 * A day and a time in two fields, "receivedAt.on" and "receivedAt.time", are one instant. A time that is missing is not
 * made up: a day earlier or later may hang on it.
 */
function textOf(form: FormData, path: string, schema: Schema, { today }: Place): string | null {
  const value = form.get(path)
  if (typeof value === 'string') return value
  const on = form.get(`${path}.on`)
  if (schema.format !== 'instant' || typeof on !== 'string') return null
  const time = String(form.get(`${path}.time`) ?? '')
  return on.trim() === '' ? '' : `${readDate(on, today) ?? on}T${readTime(time) ?? time}`
}

function numberOf(text: string, format: string | undefined, place: Place): unknown {
  const trimmed = text.trim()
  if (format === 'cents') return parseMoney(trimmed) ?? text
  if (format === 'minutes') return minutesOf(trimmed) ?? text
  if (format === 'instant') return instantFrom(trimmed, place) ?? text
  return /^-?\d{1,15}(\.\d+)?$/.test(trimmed) ? Number(trimmed) : text
}

/** "90", "1:30" or "1h 30". */
function minutesOf(text: string): number | null {
  const found = /^(?:(\d{1,3})\s*(?::|h)\s*(\d{1,2})|(\d{1,5}))\s*(?:m|min|minutes)?$/i.exec(text)
  if (!found) return null
  return found[3] ? Number(found[3]) : Number(found[1]) * 60 + Number(found[2])
}

/** "2026-01-05T17:01", read in the office's zone. */
function instantFrom(text: string, { zone }: Place): number | null {
  const [day = '', time = ''] = text.split('T')
  const date = parseCalendarDate(day)
  const short = time.slice(0, 5)
  if (date === null || !isTimeOfDay(short)) return /^\d{12,13}$/.test(text) ? Number(text) : null
  return instantOf(date, short, zone)
}

const isTicked = (value: FormDataEntryValue | null) => value === 'on' || value === 'true' || value === 'yes'
