import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Office } from './office.ts'

export type Language = 'en' | 'ko' | 'sv'

/** Words with what stands out in them: a strong part, or a case caption, which print sets as the reports do. */
export type Part = string | { readonly strong: string } | { readonly caption: string }
export type Words = string | readonly Part[]

/** A label and its value; a value of several lines is an array of them. */
export type Row = { readonly label: string; readonly lines: readonly Words[] }
/** One of the two days in a frame, the thing in a notice that must not be overlooked. */
export type KeyDay = { readonly label: string; readonly day: string; readonly note: string }

export type Block =
  | { readonly kind: 'paragraph'; readonly words: Words }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'days'; readonly first: KeyDay; readonly second: KeyDay }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'steps'; readonly items: readonly Words[] }
  | { readonly kind: 'points'; readonly items: readonly { readonly title: string; readonly words: Words }[] }
  | { readonly kind: 'sign'; readonly lines: readonly string[] }
  /** A second language, or a form to return, begins: a new page, a rule in mail. */
  | { readonly kind: 'part'; readonly title: string; readonly language: Language }

/** A letter in words. Mail, HTML and paper are all made from this, so they cannot say different things. */
export type Letter = {
  readonly language: Language
  /** One line, safe in a header. */
  readonly subject: string
  readonly title: string
  readonly greeting: string
  readonly blocks: readonly Block[]
  readonly closing: string
  readonly office: Office
  readonly reference: string
  readonly on: CalendarDate
  /** What the foot of the paper calls it, after the reference: "notice to a subscriber". */
  readonly name: string
}

export const strong = (text: string): Part => ({ strong: text })
export const caption = (text: string): Part => ({ caption: text })
export const paragraph = (words: Words): Block => ({ kind: 'paragraph', words })
export const heading = (text: string): Block => ({ kind: 'heading', text })

/** A row, or none when there is nothing to say: an absent fact leaves no empty label. */
export function row(label: string, ...lines: readonly Words[]): Row[] {
  const said = lines.filter((line) => textOf(line).trim() !== '')
  return said.length > 0 ? [{ label, lines: said }] : []
}

/** The words without their emphasis. */
export function textOf(words: Words): string {
  return typeof words === 'string' ? words : words.map(partText).join('')
}

export function partText(part: Part): string {
  if (typeof part === 'string') return part
  return 'strong' in part ? part.strong : part.caption
}
