import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { DateText, Money } from '#app/_ui/values.tsx'
import type { MoneyRow } from '#db/queries/invoice_money.ts'
import type { InvoicePage } from '#db/queries/invoice_page.ts'

/** What was asked for, what came, what was corrected, with what was left after each. */
export function MoneyTable({ invoice }: { invoice: InvoicePage }) {
  const { money, balance, lines, number, today } = invoice
  return (
    <LedgerTable
      caption="Money of this invoice"
      columns={[
        { head: 'Day' },
        { head: 'What' },
        { head: 'Amount', align: 'end' },
        { head: 'Balance', align: 'end' },
      ]}
      rows={money.map((row, index) => ({
        key: index,
        cells: [
          <DateText key="day" date={row.on} today={today} />,
          <span key="what">
            <What row={row} number={number} />
            <span className="under">{index === 0 ? linesWords(lines) : row.under}</span>
          </span>,
          <Money key="amount" amount={row.amount} />,
          <Money key="balance" amount={row.balance} />,
        ],
      }))}
      foot={['Today', <b key="left">Left to pay</b>, '', <Money key="balance" amount={balance} />]}
    />
  )
}

function What({ row: { what, payment, memo }, number }: { row: MoneyRow; number: string }) {
  if (payment) return <a href={`/invoices/payments/${payment}`}>{what}</a>
  if (memo) return <a href={`/invoices/${number}/credit-memos/${memo}/pdf`}>{what}</a>
  return what
}

const linesWords = (lines: number) => (lines === 1 ? '1 line' : `${lines} lines`)
