/** More than any field of ours takes: such a text is refused anyway, and not worth the work. */
const longestComposed = 1_000_000
/** Unicode lets no honest text have more marks over one letter. Source: UAX #15, stream-safe text. */
const heapedMarks = /\p{M}{31}/u

/** Whether more than thirty marks stand in a row: putting them in order takes the square of their number. */
export function hasHeapedMarks(text: string): boolean {
  return heapedMarks.test(text)
}

/**
 * The text in Unicode's composed form (NFC), so that one name is one string. A text that would take seconds is left as
 * it came; `line` and `text` of lib/input.ts refuse it.
 */
export function composed(text: string): string {
  return text.length > longestComposed || hasHeapedMarks(text) ? text : text.normalize('NFC')
}
