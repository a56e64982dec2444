import { Story, type StoryEntry } from '#app/_ui/story.tsx'
import { DateText, InstantText } from '#app/_ui/values.tsx'
import type { Sending } from '#db/queries/invoice_money.ts'
import type { InvoicePage } from '#db/queries/invoice_page.ts'
import { formatShort } from '#lib/calendar/format.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { labelOf } from '#lib/kinds.ts'
import { cents, formatMoney } from '#lib/money.ts'

type Told = Omit<StoryEntry, 'when'> & { readonly at: Instant }

/** What happened to the invoice in order, and below the line of today what is to come. */
export function InvoiceStory({ invoice }: { invoice: InvoicePage }) {
  const { today, zone, receipts, overdueFrom, state } = invoice
  const past = [
    ...issued(invoice),
    ...sent(invoice),
    ...received(invoice),
    ...paid(invoice),
    ...asked(invoice),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ at, ...entry }) => ({
      ...entry,
      when: <InstantText at={at} zone={zone} today={today} />,
    }))
  const dueOn = receipts.at(-1)?.dueOn
  const ahead: StoryEntry[] =
    state === 'due' && dueOn && overdueFrom
      ? [
          {
            key: 'due',
            glyph: 'ring',
            words: 'Due',
            when: <DateText date={dueOn} today={today} />,
            ahead: true,
          },
          {
            key: 'overdue',
            glyph: 'ring',
            words: 'Overdue from here',
            when: <DateText date={overdueFrom} today={today} />,
            ahead: true,
          },
        ]
      : []
  return <Story entries={[...past, ...ahead]} todayWords={`today, ${formatShort(today, today)}`} />
}

function issued({ issuedAt, issuedBy, former }: InvoicePage): Told[] {
  return [
    {
      key: 'issued',
      at: issuedAt,
      glyph: 'tick',
      words: former === null ? 'Issued and frozen' : `Issued as ${former}`,
      under:
        former === null
          ? `by ${issuedBy}; the number was taken with it`
          : `before this program was used; taken over by ${issuedBy}`,
    },
  ]
}

function sent({ sendings, today }: InvoicePage): Told[] {
  return sendings.map((sending, index) => ({
    key: `sent-${index}`,
    at: sending.at,
    glyph: sending.mail === 'failed' ? 'bent-arrow' : 'envelope',
    words: wayWords(sending),
    under: [
      sending.to && `to ${sending.to}`,
      sending.trackingNumber,
      sending.mail === null && `sent ${formatShort(sending.sentOn, today)}`,
    ]
      .filter(Boolean)
      .join(', '),
  }))
}

function wayWords({ method, mail }: Sending): string {
  if (mail === null) return `Sent: ${labelOf('shipmentMethods', method)}`
  if (mail === 'sent') return 'E-mailed: their server took it'
  if (mail === 'written') return 'E-mail written to a file, which is no delivery'
  if (mail === 'failed') return 'E-mail did not arrive'
  return mail === 'withdrawn' ? 'E-mail called back' : 'E-mail waits to be sent'
}

function received({ receipts, today }: InvoicePage): Told[] {
  return receipts.map((receipt, index) => ({
    key: `received-${index}`,
    at: receipt.at,
    glyph: 'tick',
    words: `Received ${formatShort(receipt.receivedOn, today)}: ${labelOf('receiptBases', receipt.basis)}`,
    under: [receipt.reason && `“${receipt.reason}”`, `due ${formatShort(receipt.dueOn, today)}`, receipt.by]
      .filter(Boolean)
      .join(', '),
  }))
}

function paid({ money }: InvoicePage): Told[] {
  return money.slice(1).map((row, index) => ({
    key: `money-${index}`,
    at: row.at,
    glyph: row.payment ? 'check' : 'lines',
    words: `${row.what}, ${formatMoney(cents(Math.abs(row.amount)))}`,
    under: row.under,
  }))
}

function asked({ askedWriteOff }: InvoicePage): Told[] {
  if (!askedWriteOff) return []
  const { askedAt, cents, by, reason } = askedWriteOff
  return [
    {
      key: 'write-off',
      at: askedAt,
      glyph: 'ring',
      words: `Asked to write off ${formatMoney(cents)}`,
      under: `${by}: “${reason}”`,
    },
  ]
}
