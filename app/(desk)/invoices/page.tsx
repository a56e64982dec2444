import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { Button } from '#app/_ui/button.tsx'
import { FootKeys } from '#app/_ui/foot_keys.tsx'
import { Input } from '#app/_ui/inputs.tsx'
import { Empty } from '#app/_ui/messages.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { PageBody, PaneHead } from '#app/_ui/panes.tsx'
import { Tabs } from '#app/_ui/tabs.tsx'
import { type InvoicesList, invoicesList } from '#db/queries/invoices_list.ts'
import {
  type InvoiceChoice,
  invoiceChoices,
  invoiceFilter,
  invoicesAddress,
} from '#lib/billing/list_filter.ts'
import { formatMoney } from '#lib/money.ts'
import { type Asked, pageSize } from '#lib/subpoena/list_filter.ts'
import { InvoicesTable } from './_parts/invoices_table.tsx'

export const metadata: Metadata = { title: 'Invoices' }

/** All invoices as a ledger, what is owed first. */
export default async function InvoicesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await signedIn()
  const list = await invoicesList(actor, invoiceFilter(await searchParams))
  const { filter, counts, rows, today } = list
  const choices = Object.keys(invoiceChoices) as InvoiceChoice[]
  return (
    <>
      <PageHead title="Invoices" inline={owedWords(list)} />
      <SearchForm list={list} />
      <PaneHead
        tabs={
          <Tabs
            label="How they stand"
            current={invoicesAddress({ ...filter, page: 1 })}
            tabs={choices.map((state) => ({
              label: invoiceChoices[state],
              href: invoicesAddress(filter, { state }),
              count: counts[state].toLocaleString('en-US'),
            }))}
          />
        }
      />
      <PageBody width="full">
        {rows.length === 0 ? <Nothing list={list} /> : <InvoicesTable rows={rows} today={today} />}
        <Pager
          page={filter.page}
          pageSize={pageSize}
          total={counts[filter.state]}
          hrefOf={(page) => invoicesAddress(filter, { page })}
        />
      </PageBody>
      <FootKeys
        keys={[
          { keys: ['j', 'k'], does: 'rows' },
          { keys: ['Enter'], does: 'open' },
          { keys: ['[', ']'], does: 'pages' },
          { keys: ['g', 't'], does: 'today' },
        ]}
      />
    </>
  )
}

function owedWords({ owed, overdue }: InvoicesList): string {
  if (owed === 0) return 'Nothing is owed.'
  return overdue === 0
    ? `${formatMoney(owed)} is owed, none of it overdue.`
    : `${formatMoney(owed)} is owed, ${formatMoney(overdue)} of it overdue.`
}

/** Words and requester; what was chosen stands in the address. */
function SearchForm({ list: { filter, requester } }: { list: InvoicesList }) {
  const { text } = filter
  const isFiltered = text !== '' || filter.requester !== null
  return (
    <search className="no-print">
      <form
        action="/invoices"
        method="get"
        className="flex flex-wrap items-end gap-x-3.5 gap-y-2 px-(--margin) pb-3.5"
      >
        {filter.requester ? <input type="hidden" name="requester" value={filter.requester} /> : null}
        <div className="min-w-0 flex-1 mid:max-w-96">
          <Input
            name="text"
            label="Words"
            value={text}
            placeholder="Number, reference, caption, case no., requester"
            maxLength={200}
          />
        </div>
        <Button>Show</Button>
        {isFiltered ? (
          <p className="self-center mid:mt-5">
            {requester ? <>Billed to {requester}. </> : null}
            <a href="/invoices">Clear</a>
          </p>
        ) : null}
      </form>
    </search>
  )
}

function Nothing({ list: { filter, counts } }: { list: InvoicesList }) {
  if (counts.all === 0 && filter.text === '') {
    return (
      <Empty title="No invoice has been issued yet.">
        Research, pages and parcels make charges on their subpoena; Today says when they can be billed.
      </Empty>
    )
  }
  return (
    <Empty title={filter.text ? `Nothing was found for “${filter.text}”.` : 'None here.'}>
      <a href={invoicesAddress(filter, { state: 'all' })}>Look at all {counts.all.toLocaleString('en-US')}</a>
    </Empty>
  )
}
