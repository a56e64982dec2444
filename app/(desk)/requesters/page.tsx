import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { Button, LinkButton } from '#app/_ui/button.tsx'
import { FootKeys } from '#app/_ui/foot_keys.tsx'
import { Input } from '#app/_ui/inputs.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { Tabs } from '#app/_ui/tabs.tsx'
import { addRequester } from '#db/commands/requester.ts'
import { type RequestersList, requestersList } from '#db/queries/requesters_list.ts'
import { type Actor, isPermitted, moneyReaders } from '#lib/access/actor.ts'
import { requesterFilter, requestersAddress } from '#lib/requester/list_filter.ts'
import { type Asked, pageSize } from '#lib/subpoena/list_filter.ts'
import { RequestersTable } from './_parts/requesters_table.tsx'

export const metadata: Metadata = { title: 'Requesters' }

/** Who serves papers and pays for the answers. */
export default async function RequestersPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await signedIn()
  const list = await requestersList(actor, requesterFilter(await searchParams))
  const { filter, rows, total, today } = list
  const mayAdd = isPermitted(actor, addRequester.may)
  return (
    <>
      <PageHead
        title="Requesters"
        inline={sentence(list)}
        aside={isPermitted(actor, moneyReaders) ? <Owing list={list} /> : undefined}
        next={mayAdd ? <LinkButton href="/requesters/new">New requester</LinkButton> : undefined}
      />
      <FindForm list={list} />
      <div className="border-t border-strong">
        <PageBody>
          <RequestersTable {...{ rows, filter, today, mayAdd }} seesMoney={seesMoney(actor)} />
          <Pager
            page={filter.page}
            pageSize={pageSize}
            total={total}
            hrefOf={(page) => requestersAddress(filter, { page })}
          />
        </PageBody>
      </div>
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

const seesMoney = (actor: Actor) => isPermitted(actor, moneyReaders)

function sentence({ filter, total }: RequestersList): string {
  const count = total.toLocaleString('en-US')
  if (filter.text) return `${count} found for “${filter.text}”`
  return filter.owing ? `${count} owe, the most first` : `${count} on file`
}

function Owing({ list: { filter } }: { list: RequestersList }) {
  const hrefOf = (owing: boolean) => requestersAddress(filter, { owing })
  return (
    <Tabs
      label="Which"
      current={hrefOf(filter.owing)}
      tabs={[
        { label: 'Everyone', href: hrefOf(false) },
        { label: 'Who owe', href: hrefOf(true) },
      ]}
    />
  )
}

function FindForm({ list: { filter } }: { list: RequestersList }) {
  return (
    <search className="no-print">
      <form
        action="/requesters"
        method="get"
        className="flex flex-wrap items-end gap-x-3.5 gap-y-2 px-(--margin) pb-3.5"
      >
        {filter.owing ? <input type="hidden" name="owing" value="yes" /> : null}
        <div className="min-w-0 flex-1 mid:w-80 mid:flex-none">
          <Input
            name="text"
            label="Words"
            value={filter.text}
            placeholder="Name, number, attention, e-mail"
            maxLength={200}
          />
        </div>
        <Button>Show</Button>
        {filter.text ? (
          <p className="self-center mid:mt-5">
            <a href={requestersAddress(filter, { text: '' })}>Clear</a>
          </p>
        ) : null}
      </form>
    </search>
  )
}
