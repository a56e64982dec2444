import { theOffice } from './open_office.ts'
import { reader } from './tx.ts'
import { cacheFault } from './verify/caches.ts'
import { fileFault, paperFault } from './verify/files.ts'
import { historyFault } from './verify/history.ts'
import { invoiceFault, ledgerFault, numberFault } from './verify/money.ts'

export type Verdict = {
  /** What was looked at, in the order looked at, with how many of it. */
  readonly checked: readonly { readonly what: string; readonly count: number }[]
  /** The first thing that is wrong, as a sentence; null when nothing is. */
  readonly fault: string | null
}

/** One examination: how many things it looked at, and the first that is wrong. */
export type Finding = { readonly count: number; readonly fault: string | null }

/**
 * Walks the history's chain and compares its head with the one kept beside the database; hashes every stored file
 * and issued paper anew; checks invoice numbers, ledger sums and caches. Changes nothing and stops at the first fault.
 */
export async function verifyOffice(): Promise<Verdict> {
  const office = theOffice()
  const on = reader()
  const examinations: readonly (readonly [string, () => Promise<Finding>])[] = [
    ['history entries', () => historyFault(on, office)],
    ['stored files', () => fileFault(on, office)],
    ['papers of ours', () => paperFault(on)],
    ['numbers of invoices and credit memos', () => numberFault(on)],
    ['invoices', () => invoiceFault(on)],
    ['payments', () => ledgerFault(on)],
    ['subpoenas', () => cacheFault(on)],
  ]
  const checked: { what: string; count: number }[] = []
  for (const [what, examine] of examinations) {
    const { count, fault } = await examine()
    checked.push({ what, count })
    if (fault) return { checked, fault }
  }
  return { checked, fault: null }
}
