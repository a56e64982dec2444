/**
 * Text as mail may carry it: NFC, line ends as `\n`, without control characters and without the marks that turn the
 * direction of what follows, so that nobody reads another order than was written.
 */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
}

/** Plain text on one line. */
export function oneLine(text: string): string {
  return plain(text).replace(/\s+/gu, ' ').trim()
}

const longestSubject = 150

/**
 * A mail subject: one line without control characters, at most 150 characters, cut with an ellipsis.
 * A header cannot be broken by it, whatever a caption holds.
 */
export function subjectLine(text: string): string {
  const line = oneLine(text)
  const letters = [...line]
  return letters.length <= longestSubject
    ? line
    : `${letters
        .slice(0, longestSubject - 1)
        .join('')
        .trimEnd()}…`
}

/** Text as HTML shows it literally, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return plain(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}
