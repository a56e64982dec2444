import { formatLong } from '#lib/calendar/format.ts'
import { plainDay } from '#lib/letters/dates.ts'
import { oneLine } from '#lib/letters/plain.ts'
import { type Cents, cents, formatMoney } from '#lib/money.ts'
import { write } from './flow.ts'
import type { FontSet } from './fonts.ts'
import type { CreditMemoFacts } from './invoice_facts.ts'
import { drawBillingHead } from './invoice_paper.ts'
import { writeTotal } from './invoice_table.ts'
import { drawFoot, withHistory } from './letterhead.ts'
import { type DrawnPaper, drawPaper, rule } from './paper.ts'
import type { Span } from './text.ts'

/**
 * A credit memo on paper: which invoice it corrects, why, by how much, and what is left to pay.
 *
 * @throws UnprintableText when a text holds a character without a glyph.
 */
export function creditMemoPaper(facts: CreditMemoFacts, fonts: FontSet): DrawnPaper {
  const { office, number, issuedOn, invoice } = facts
  const name = `Credit memo ${number}`
  return drawPaper(
    {
      title: oneLine(`${name} to invoice ${invoice.number}`),
      author: oneLine(office.name),
      language: 'en-US',
      on: issuedOn,
      size: office.paperSize,
      continuation: name,
    },
    fonts,
    (paper) => {
      drawBillingHead(paper, {
        ...facts,
        name,
        addressed: 'To',
        details: [
          ['Issued', [sans(formatLong(issuedOn))]],
          ['For invoice', [sans(invoice.number)]],
        ],
      })
      write(paper, [sans('Why', 'second')], { size: 9.2, lead: 13 })
      paper.y += 3
      rule(paper, { from: paper.left, to: paper.right, y: paper.y, weight: 0.9 })
      paper.y += 5
      write(paper, [sans(facts.reason)], { size: 9.8, lead: 13.5 })
      paper.y += 5
      rule(paper, { from: paper.left, to: paper.right, y: paper.y, weight: 0.9 })
      const off = `off invoice ${invoice.number} of ${plainDay(invoice.issuedOn, 'en')}, which came to ${formatMoney(invoice.total)}`
      writeTotal(paper, formatMoney(facts.amount), off, 'Credit')
      paper.y += 34
      write(paper, [{ text: 'What is left to pay', voice: 'serif-bold' }], { size: 11.6, lead: 16 })
      write(paper, leftToPay(facts.balance, invoice.number), { size: 9.8, lead: 13.5 })
    },
    (paper, page, pages) => drawFoot(paper, withHistory(name, facts.historyHead), `Page ${page} of ${pages}`),
  )
}

function leftToPay(balance: Cents, invoice: string): Span[] {
  if (balance === 0) return [sans(`Nothing is left to pay on invoice ${invoice}.`)]
  const [words, amount] =
    balance > 0
      ? [` is left to pay on invoice ${invoice}, on the day on which that invoice is due.`, balance]
      : [
          ` more than invoice ${invoice} comes to has been paid. Please tell us whether to return it.`,
          cents(-balance),
        ]
  return [{ text: formatMoney(amount), voice: 'sans-bold' }, sans(words)]
}

function sans(text: string, ink: 'ink' | 'second' = 'ink'): Span {
  return { text, voice: 'sans', ink }
}
