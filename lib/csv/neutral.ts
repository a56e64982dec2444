/**
 * Text that a spreadsheet would carry out as a formula, even behind apostrophes of our own. The wide forms count too:
 * spreadsheets with an East Asian keyboard read them the same.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * A text that no spreadsheet takes for a formula: one that would be begins with an apostrophe more.
 *
 * Source: OWASP, CSV Injection.
 */
export const neutral = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** The text as it was before `neutral`; one that was never neutralised stays as it is. */
export const plainAgain = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text
