import type { KindOf, Role } from '#lib/kinds.ts'

export type ImportKind = KindOf<'importKinds'>

/**
 * Who imports what: those who would type it. A sheet of subpoenas is the case, which administrators do not see; a
 * sheet of invoices is money.
 */
export const mayImport: Readonly<Record<ImportKind, readonly Role[]>> = {
  requesters: ['intake', 'counsel'],
  subpoenas: ['intake', 'counsel'],
  invoices: ['billing', 'counsel'],
}
