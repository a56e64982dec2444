import type { KindOf } from '#lib/kinds.ts'

export type TypedTarget = {
  readonly kind: KindOf<'targetKinds'>
  readonly identifier: string
  /** The time asked about, as printed: with an IP address its time, zone and port. */
  readonly period: string
}

/** One key for the ways in which an identifier is written: "+1 (323) 555-0142" and "1-323-555-0142" are one number. */
export function identifierKey(identifier: string): string {
  const text = identifier.normalize('NFKC').toLowerCase().trim()
  if (/^[\d\s()+.-]{7,}$/.test(text)) {
    const figures = text.replace(/\D/g, '')
    return figures.length === 11 && figures.startsWith('1') ? figures.slice(1) : figures
  }
  return text.replace(/\s+/g, ' ')
}

/**
 * The targets in pasted text, one a line: "fax 1-323-555-0142", "203.0.113.7 2026-01-05 10:22 PST port 51123". The kind
 * is guessed where no word says it; a person sees the guess and changes it. Bullets and numbers before a line are
 * dropped, and so are empty lines.
 */
export function targetsIn(text: string): TypedTarget[] {
  return text
    .split('\n')
    .map((line) => bare(line))
    .filter((line) => line !== '')
    .map(targetOf)
}

function bare(line: string): string {
  return line
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:[-–—*•·]\s*|\(?(?:\d{1,3}|[a-z])[).]\s+)/iu, '')
    .replace(/[,;]$/u, '')
    .trim()
}

const words: readonly (readonly [RegExp, TypedTarget['kind']])[] = [
  [/^(?:e-?fax|fax|facsimile)\b/i, 'fax'],
  [/^(?:tel(?:ephone)?|phone|voice)\b/i, 'telephone'],
  [/^e-?mail\b/i, 'e-mail'],
  [/^(?:account|acct|user ?name|user)\b/i, 'account'],
  [/^(?:ip(?:v[46])?(?: address)?)\b/i, 'ip-address'],
  [/^(?:domain|url|web ?site|site)\b/i, 'domain'],
  [/^name\b/i, 'name'],
]
const between = /^[\s:#.,;-]*(?:(?:no|number|address|id)\b\.?[\s:#]*)?/i

function targetOf(line: string): TypedTarget {
  for (const [word, kind] of words) {
    const found = word.exec(line)
    if (!found) continue
    const rest = line.slice(found[0].length).replace(between, '')
    if (rest !== '') return { kind, ...parted(kind, rest) }
  }
  const kind = guessed(line)
  return { kind, ...parted(kind, line) }
}

const shapes = {
  'e-mail': /^[^\s@]+@[^\s@,;]+/,
  'ip-address': /^(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*)(?![\w.])/i,
  domain: /^(?:https?:\/\/\S+|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?)(?=$|[\s,;])/iu,
  number: /^\+?(?:\(?\d[\d().\s-]{5,}\d)(?![\d/:])/,
}

function guessed(line: string): TypedTarget['kind'] {
  if (shapes['e-mail'].test(line)) return 'e-mail'
  if (shapes['ip-address'].test(line)) return 'ip-address'
  if (shapes.domain.test(line)) return 'domain'
  const number = numberAtHead(line)
  if (number && number.replace(/\D/g, '').length >= 10) return 'fax'
  return number || /^[\w-]*\d[\w-]*$/.test(line) ? 'account' : 'name'
}

/** The number that a line begins with, up to where a date would begin. */
function numberAtHead(line: string): string | null {
  const found = shapes.number.exec(line)?.[0]
  return found?.split(/\s+(?=\d{4}-\d|\d{1,2}[/.]\d)/)[0]?.trim() ?? null
}

function parted(kind: TypedTarget['kind'], text: string): Pick<TypedTarget, 'identifier' | 'period'> {
  if (kind === 'name') return { identifier: text, period: '' }
  const head =
    kind === 'fax' || kind === 'telephone'
      ? numberAtHead(text)
      : kind === 'account'
        ? (/^[^\s,;]+/.exec(text)?.[0] ?? null)
        : (shapes[kind].exec(text)?.[0] ?? null)
  if (head === null) return { identifier: text, period: '' }
  return { identifier: head, period: text.slice(head.length).replace(/^[\s,;:|-]+/, '') }
}
