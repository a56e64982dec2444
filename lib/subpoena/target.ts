/** Targets are numbered from 1 and shown as letters, as on a chart: A … Z, AA, AB. @throws RangeError below 1. */
export function targetLetter(number: number): string {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`Not a target number: ${number}`)
  const last = String.fromCharCode(65 + ((number - 1) % 26))
  return number > 26 ? targetLetter(Math.floor((number - 1) / 26)) + last : last
}

/** "A, C and D". */
export function targetLetters(numbers: readonly number[]): string {
  const letters = [...numbers].sort((a, b) => a - b).map(targetLetter)
  const last = letters.pop() ?? ''
  return letters.length > 0 ? `${letters.join(', ')} and ${last}` : last
}
