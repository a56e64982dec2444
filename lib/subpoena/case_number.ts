/**
 * One key for the ways in which a case number is printed: "No. 2:26-CV-00042-ABC" and "2:26-cv-42" are one case. The
 * number itself is kept as printed; the key only finds. Empty when there is no number.
 *
 * Rule: a federal number is office, year, kind and sequence, without the judges' initials after it, which change as a
 * case is reassigned; any other is its letters and figures.
 */
export function caseNumberKey(printed: string): string {
  const text = printed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\W*(?:(?:civil|case|action|cause|index|docket)\s+)*(?:no|nos|number|num)\b[.:\s]*/u, '')
    .replace(/[\u2010-\u2015]/gu, '-')
  const federal = /(?:^|\s)(\d{1,2})\s*:\s*(\d{2})\s*-?\s*([a-z]{2,5})\s*-?\s*0*(\d{1,6})(?!\d)/u.exec(text)
  if (federal) return federal.slice(1).join('-')
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
