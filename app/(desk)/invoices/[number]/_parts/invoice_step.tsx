import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { signedIn } from '#app/_auth/actor.ts'
import { Caption } from '#app/_ui/caption.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { type InvoicePage, invoicePage } from '#db/queries/invoice_page.ts'
import { mustBe, type Permission } from '#lib/access/actor.ts'
import { formatMoney } from '#lib/money.ts'

/** The invoice of the address, for a page of one act on it. A role that may not do it is told so. */
export async function stepInvoice(
  params: Promise<{ number: string }>,
  may: readonly Permission[],
): Promise<InvoicePage> {
  const actor = await signedIn()
  mustBe(actor, may)
  const invoice = await invoicePage(actor, (await params).number)
  if (!invoice) notFound()
  return invoice
}

/** The page of one act on an invoice: which it is, what the act does in a sentence, its fields, and the way back. */
export function InvoiceStep(props: {
  invoice: InvoicePage
  title: string
  does: ReactNode
  children: ReactNode
}) {
  const { invoice, title, does, children } = props
  const { number, caption, billTo, balance, total } = invoice
  return (
    <>
      <PageHead
        crumbs={[
          { label: 'Invoices', href: '/invoices' },
          { label: number, href: `/invoices/${number}` },
          { label: <Caption text={caption} /> },
          { label: billTo },
        ]}
        title={title}
        under={does}
        figure={{
          value: formatMoney(balance),
          lines: [balance === total ? 'to pay' : `left of ${formatMoney(total)}`],
        }}
        ruled
      />
      <PageBody width="form">
        {children}
        <p className="mt-6">
          <a href={`/invoices/${number}`}>Back to {number}</a>
        </p>
      </PageBody>
    </>
  )
}
