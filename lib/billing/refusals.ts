import { type Cents, formatMoney } from '#lib/money.ts'
import { refusals } from '#lib/result.ts'

export const refuse = refusals({
  'nothing-to-invoice': () => 'There is no unbilled work or cost to invoice.',
  'testimony-needs-a-rate': () =>
    'Testimony has no rate yet. Set an hourly rate in the fee schedule before it is billed.',
  'total-not-positive': ({ total }: { total: Cents }) =>
    `The lines come to ${formatMoney(total)}. An invoice needs something to pay.`,
  'amount-not-positive': () => 'The amount must be more than $0.00.',
  'credit-above-invoice': ({ most }: { most: Cents }) =>
    `At most ${formatMoney(most)} of this invoice can still be credited.`,
  'write-off-above-balance': ({ most }: { most: Cents }) =>
    `At most ${formatMoney(most)}, the balance of this invoice, can be written off.`,
})
