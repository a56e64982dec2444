import type { ChargeKind } from './schedule.ts'

/** Time worked as people say it: "45 min", "1 h 30 min". */
export function minutesWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return `${minutes} min`
  return `${hours.toLocaleString('en-US')} h ${String(minutes % 60).padStart(2, '0')} min`
}

/** What was counted, in the words of its kind: time, or so many. */
export function quantityOf({
  kind,
  quantity,
}: {
  readonly kind: ChargeKind
  readonly quantity: number
}): string {
  return kind === 'research' || kind === 'testimony'
    ? minutesWords(quantity)
    : quantity.toLocaleString('en-US')
}
