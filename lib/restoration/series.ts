/** The numbers that paper outside of this office carries: what was given after a backup is not to be given again. */
export const series = {
  reference: { prefix: 'S', label: 'Last reference' },
  invoice: { prefix: 'INV', label: 'Last invoice' },
  'credit-memo': { prefix: 'CM', label: 'Last credit memo' },
} as const

export type Series = keyof typeof series
export const seriesNames = Object.keys(series) as [Series, ...Series[]]
