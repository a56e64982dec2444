import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { FootKeys } from '#app/_ui/foot_keys.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { historyPage } from '#db/queries/history.ts'
import { caseReaders, isPermitted } from '#lib/access/actor.ts'
import { type Asked, historyAsked } from '#lib/history/filter.ts'
import { FilterForm } from './_parts/filter_form.tsx'
import { HistoryLines } from './_parts/history_lines.tsx'
import { NothingRead } from './_parts/nothing_read.tsx'
import { OlderAndNewer } from './_parts/older_and_newer.tsx'

export const metadata: Metadata = { title: 'History' }

/** Who did, saw or sent what, and when: the latest first. */
export default async function HistoryOfTheOffice({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await signedIn()
  const { filter, cursor } = historyAsked(await searchParams)
  const page = await historyPage(actor, filter, cursor)
  const seesCases = isPermitted(actor, caseReaders)
  return (
    <>
      <PageHead title="History" inline={seesCases ? everything : exceptCases} />
      <FilterForm filter={filter} page={page} seesCases={seesCases} />
      <PageBody>
        {page.lines.length === 0 ? (
          <NothingRead filter={filter} page={page} />
        ) : (
          <HistoryLines caption="What happened in the office, the latest first" page={page} actor={actor} />
        )}
        <OlderAndNewer filter={filter} page={page} />
      </PageBody>
      <FootKeys
        keys={[
          { keys: ['j', 'k'], does: 'rows' },
          { keys: ['Enter'], does: 'open' },
          { keys: ['[', ']'], does: 'newer, older' },
          ...(seesCases ? [{ keys: ['/'], does: 'search' }] : []),
          { keys: ['g', 't'], does: 'today' },
        ]}
      />
    </>
  )
}

const everything = 'Who did, saw or sent what. An entry never changes and never disappears.'
const exceptCases = 'What concerns money, people and settings. An entry never changes and never disappears.'
