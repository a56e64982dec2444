import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { FootKeys } from '#app/_ui/foot_keys.tsx'
import { Pane, Panes } from '#app/_ui/panes.tsx'
import { subpoenaCase } from '#db/queries/subpoena_case.ts'
import { subpoenaHead } from '#db/queries/subpoena_page.ts'
import { DataTabs } from './_parts/data_tabs.tsx'
import { HistoryFoot } from './_parts/history_foot.tsx'
import { Notes } from './_parts/notes.tsx'
import { CaseRail, MoneyRail } from './_parts/rail.tsx'
import { ServedPaper } from './_parts/served_paper.tsx'
import { SubpoenaTop } from './_parts/subpoena_top.tsx'
import { WhyTheseDates } from './_parts/why_these_dates.tsx'

type Address = {
  params: Promise<{ reference: string }>
  searchParams: Promise<{ tab?: string | string[]; clocks?: string | string[] }>
}

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  return { title: (await params).reference }
}

/** One subpoena: what it is, what is next and by when, what stands in the way, why, and its whole story. */
export default async function SubpoenaPage({ params, searchParams }: Address) {
  const actor = await signedIn()
  const { reference } = await params
  const head = await subpoenaHead(actor, reference)
  if (!head) notFound()
  const asked = await searchParams
  const theCase = head.seesCase ? await subpoenaCase(actor, head) : null
  const tab = [asked.tab].flat()[0]
  const given = { actor, head, theCase }
  return (
    <>
      <SubpoenaTop {...given} />
      <Panes layout={theCase ? 'paper-data-rail' : 'data-rail'}>
        <Pane kind="rail">
          {theCase ? <CaseRail {...given} theCase={theCase} /> : <MoneyRail head={head} />}
        </Pane>
        <Pane kind="data">
          <DataTabs {...given} tab={tab} />
        </Pane>
        {theCase ? (
          <Pane kind="paper">
            <ServedPaper head={head} theCase={theCase} />
          </Pane>
        ) : null}
      </Panes>
      {theCase ? <WhyTheseDates {...{ head, theCase }} shown={asked.clocks !== undefined} /> : null}
      {theCase ? (
        <div className="border-t border-strong">
          <Notes actor={actor} reference={reference} />
        </div>
      ) : null}
      <HistoryFoot actor={actor} reference={reference} />
      <FootKeys
        keys={[
          { keys: ['.'], does: 'more' },
          { keys: ['j', 'k'], does: 'rows' },
          { keys: ['o'], does: 'open' },
          { keys: ['g', 't'], does: 'today' },
          ...(theCase
            ? [
                { keys: ['g', 'q'], does: 'subpoenas' },
                { keys: ['/'], does: 'search' },
              ]
            : []),
        ]}
      />
    </>
  )
}
