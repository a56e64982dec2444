import type { Voice } from './fonts.ts'
import type { Span } from './text.ts'

/**
 * A caption as the reports set it: parties upright, *v.* and *In re* italic. For display only; the text stays the text.
 */
export function captionSpans(
  caption: string,
  { size, voice = 'serif' }: { size?: number; voice?: Voice } = {},
): Span[] {
  return caption
    .split(/(^In re(?= )|(?<= )v\.(?= ))/u)
    .filter((part) => part !== '')
    .map((text) => ({ text, voice: text === 'v.' || text === 'In re' ? 'serif-italic' : voice, size }))
}
