import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { FootKeys } from '#app/_ui/foot_keys.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { isThereFor } from '#db/queries/numbered_thing.ts'
import { type SubpoenasList, subpoenasList } from '#db/queries/subpoenas_list.ts'
import { isPermitted, moneyReaders } from '#lib/access/actor.ts'
import { type NumberedNoun, typedNumber } from '#lib/search/typed_number.ts'
import { type Asked, listAddress, listFilter, pageSize } from '#lib/subpoena/list_filter.ts'
import { FilterForm } from './_parts/filter_form.tsx'
import { NothingFound } from './_parts/nothing_found.tsx'
import { StageChoices } from './_parts/stage_choice.tsx'
import { SubpoenasTable } from './_parts/subpoenas_table.tsx'

export const metadata: Metadata = { title: 'Subpoenas' }

const placeOf: Record<NumberedNoun, string> = {
  subpoena: '/subpoenas',
  invoice: '/invoices',
  requester: '/requesters',
}

/** All subpoenas as a ledger. Whoever searches by a number of ours is led to the thing itself. */
export default async function SubpoenasPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await signedIn()
  const asked = listFilter(await searchParams)
  const named = typedNumber(asked.text)
  if (named && (await isThereFor(actor, named))) redirect(`${placeOf[named.noun]}/${named.number}`)
  const list = await subpoenasList(actor, asked)
  const { filter, rows, counts, today } = list
  const seesMoney = isPermitted(actor, moneyReaders)
  const mayLog = isPermitted(actor, ['intake'])
  return (
    <>
      <PageHead title="Subpoenas" inline={sentence(list)} />
      <FilterForm list={list} seesMoney={seesMoney} />
      <div className="grid border-t border-strong min-[64rem]:grid-cols-[10.625rem_minmax(0,1fr)]">
        <StageChoices filter={filter} counts={counts} />
        <div className="min-w-0 px-(--margin) min-[64rem]:pl-0">
          {rows.length === 0 ? (
            <NothingFound list={list} mayLog={mayLog} />
          ) : (
            <SubpoenasTable {...{ rows, filter, today, seesMoney }} />
          )}
          <Pager
            page={filter.page}
            pageSize={pageSize}
            total={counts[filter.stage]}
            hrefOf={(page) => listAddress(filter, { page })}
          />
        </div>
      </div>
      <FootKeys
        keys={[
          { keys: ['j', 'k'], does: 'rows' },
          { keys: ['Enter'], does: 'open' },
          { keys: ['[', ']'], does: 'pages' },
          { keys: ['/'], does: 'search' },
          ...(mayLog ? [{ keys: ['n'], does: 'new' }] : []),
          { keys: ['g', 't'], does: 'today' },
        ]}
      />
    </>
  )
}

function sentence({ filter, counts }: SubpoenasList): string {
  const count = (n: number) => n.toLocaleString('en-US')
  const found = filter.text ? ` found for “${filter.text}”` : ''
  return `${count(counts.open)} open of ${count(counts.all)}${found}`
}
