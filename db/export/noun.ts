import type { Role } from '#lib/kinds.ts'
import type { On } from '../tx.ts'

/** A row as it leaves: by the names of its columns. `…At` is an instant, `…Cents` money, a list is a list. */
export type ExportedRow = Readonly<Record<string, string | number | boolean | null | readonly unknown[]>>

/** One list that can be exported: whose it is, and its rows after a row id, in the order of the ids. */
export type ExportedNoun = {
  readonly name: string
  readonly label: string
  readonly may: readonly Role[]
  /** Who a subscriber is stands in it: asking for it is recorded first, like every look. */
  readonly isIdentity: boolean
  readonly after: (on: On, id: number) => PromiseLike<readonly ({ readonly id: number } & ExportedRow)[]>
}

/** So many rows are read at a time and leave before the next are read: memory holds no more of them. */
export const atOnce = 500

/** Those who see the whole case and may carry it away. */
export const caseCarriers: readonly Role[] = ['counsel', 'auditor']
export const moneyCarriers: readonly Role[] = ['billing', 'counsel', 'auditor']
