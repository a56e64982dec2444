import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { FootKeys } from '#app/_ui/foot_keys.tsx'
import { Pane, PaneBody, PaneFoot, PaneHead, PaneSection, Panes } from '#app/_ui/panes.tsx'
import { type InvoicePage, invoicePage } from '#db/queries/invoice_page.ts'
import { shortHash } from '#lib/file/name.ts'
import { PaperFrame } from '../../_parts/paper_frame.tsx'
import { DuePane } from './_parts/due_pane.tsx'
import { InvoiceHead } from './_parts/invoice_head.tsx'
import { InvoiceStory } from './_parts/invoice_story.tsx'
import { MoneyTable } from './_parts/money_table.tsx'
import { PayerPane } from './_parts/payer_pane.tsx'

type Asked = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: (await params).number }
}

/** One invoice: the frozen paper, its money, its story with the future below the line of today, and why it is due. */
export default async function OneInvoicePage({ params }: Asked) {
  const actor = await signedIn()
  const invoice = await invoicePage(actor, (await params).number)
  if (!invoice) notFound()
  return (
    <>
      <InvoiceHead invoice={invoice} />
      <Panes layout="paper-data-rail">
        <Pane kind="rail">
          <DuePane invoice={invoice} />
          <PayerPane invoice={invoice} />
        </Pane>
        <Pane kind="data">
          <PaneSection title="Money">
            <MoneyTable invoice={invoice} />
          </PaneSection>
          <PaneSection title="Story">
            <InvoiceStory invoice={invoice} />
          </PaneSection>
        </Pane>
        <Paper invoice={invoice} />
      </Panes>
      <FootKeys keys={keysOf(invoice)} />
    </>
  )
}

function Paper({ invoice: { number, pages, sha256, layout, former } }: { invoice: InvoicePage }) {
  const pdf = `/invoices/${number}/pdf`
  return (
    <Pane kind="paper">
      <PaneHead
        title={former === null ? 'As issued' : 'Not kept here'}
        meta={pages === 1 ? '1 page' : `${pages} pages`}
        aside={
          <>
            <a href={pdf}>Open</a>
            <a href={`${pdf}?download`}>Download PDF</a>
          </>
        }
      />
      <PaneBody>
        <PaperFrame src={pdf} title={`Invoice ${number} as issued`} />
      </PaneBody>
      <PaneFoot>
        Frozen when {former === null ? 'issued' : 'taken over'} · SHA-256 {shortHash(sha256)} · layout{' '}
        {layout}
      </PaneFoot>
    </Pane>
  )
}

function keysOf({ mayBill, balance }: InvoicePage) {
  return [
    ...(mayBill && balance > 0 ? [{ keys: ['c'], does: 'check received' }] : []),
    ...(mayBill ? [{ keys: ['m'], does: 'credit memo' }] : []),
    { keys: ['.'], does: 'more' },
    { keys: ['g', 'i'], does: 'invoices' },
    { keys: ['g', 't'], does: 'today' },
  ]
}
