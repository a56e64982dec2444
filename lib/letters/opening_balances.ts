import type { CalendarDate } from '#lib/calendar/date.ts'
import { plainDay } from './dates.ts'
import { type Letter, paragraph, row } from './letter.ts'
import type { Office } from './office.ts'

export type OpeningBalances = {
  readonly office: Office
  /** IM-00007 */
  readonly number: string
  readonly on: CalendarDate
  readonly first: string
  readonly last: string
  readonly sha256: string
}

/** What stands in the place of the papers of invoices that were issued before this program was used. */
export function openingBalancesPaper({ office, number, on, first, last, sha256 }: OpeningBalances): Letter {
  const title = 'Opening balances taken over'
  return {
    language: 'en',
    subject: title,
    title,
    greeting: '',
    blocks: [
      paragraph(
        'This is no invoice and is sent to nobody. The invoices under these numbers were issued before this program was used, and their papers are not kept in it. What was owed on each of them was taken over from the spreadsheet named here.',
      ),
      {
        kind: 'rows',
        rows: [
          ...row('Numbers', first === last ? first : `${first} to ${last}`),
          ...row('Taken over', plainDay(on, 'en')),
          ...row('Spreadsheet', 'SHA-256', sha256.slice(0, 32), sha256.slice(32)),
        ],
      },
    ],
    closing: '',
    office,
    reference: number,
    on,
    name: 'opening balances',
  }
}
