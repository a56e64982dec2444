export type NumberedNoun = 'subpoena' | 'invoice' | 'requester'
export type Numbered = { readonly noun: NumberedNoun; readonly number: string }

const yearly = /^(S|INV)[-\s]?(\d{4})[-\s](\d{1,9})$/i
const running = /^(R|OB)-(\d{1,9})$/i

/**
 * The thing that a search names by its own number: "S-2026-00042", "s-2026-42", "inv 2026 17", "R-7", "ob-3". Null for all
 * other words. Whether there is such a thing, and who may see it, is asked elsewhere.
 */
export function typedNumber(text: string): Numbered | null {
  const [, prefix = '', year, sequence = ''] = yearly.exec(text.trim()) ?? []
  if (year) {
    const number = `${prefix.toUpperCase()}-${year}-${padded(sequence)}`
    return { noun: prefix.toUpperCase() === 'S' ? 'subpoena' : 'invoice', number }
  }
  const [, series = '', of] = running.exec(text.trim()) ?? []
  if (!of) return null
  const noun = series.toUpperCase() === 'R' ? 'requester' : 'invoice'
  return { noun, number: `${series.toUpperCase()}-${padded(of)}` }
}

const padded = (sequence: string) => String(Number(sequence)).padStart(5, '0')
