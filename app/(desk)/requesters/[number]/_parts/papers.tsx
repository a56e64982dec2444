import { Caption } from '#app/_ui/caption.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { PaneSection } from '#app/_ui/panes.tsx'
import { DateText } from '#app/_ui/values.tsx'
import {
  type BilledCase,
  papersOnPage,
  type RequesterPage,
  type ServedPaper,
} from '#db/queries/requesters.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { listAddress } from '#lib/subpoena/list_filter.ts'
import { BillingMark } from '../../../_parts/billing_mark.tsx'
import { StageMark } from '../../../_parts/stage_mark.tsx'

/** What they served or are billed for, the newest first. Billing sees whose case it is and how its money stands. */
export function Papers({ page, seesMoney }: { page: RequesterPage; seesMoney: boolean }) {
  const { requester, papers, today } = page
  const { served, billed, total } = papers
  return (
    <PaneSection
      title="Papers"
      meta={total.toLocaleString('en-US')}
      aside={
        served && total > 0 ? (
          <a href={listAddress({ requester: requester.number, stage: 'all' })}>Among the subpoenas</a>
        ) : undefined
      }
    >
      {total === 0 ? (
        <p className="second">What they serve, or pay for another, will stand here.</p>
      ) : served ? (
        <Served papers={served} today={today} seesMoney={seesMoney} />
      ) : (
        <Billed cases={billed ?? []} />
      )}
      {total > papersOnPage ? (
        <Pager
          page={papers.page}
          pageSize={papersOnPage}
          total={total}
          hrefOf={(to) => `/requesters/${requester.number}${to === 1 ? '' : `?page=${to}`}`}
        />
      ) : null}
    </PaneSection>
  )
}

type ServedProps = { papers: readonly ServedPaper[]; today: CalendarDate; seesMoney: boolean }

function Served({ papers, today, seesMoney }: ServedProps) {
  return (
    <LedgerTable
      caption="Papers"
      columns={[
        { head: 'Subpoena' },
        { head: 'Case' },
        { head: 'Stage' },
        { head: 'Compliance', nowrap: true, hideOnPhone: true },
        ...(seesMoney ? [{ head: 'Billing', hideOnPhone: true } as const] : []),
      ]}
      rows={papers.map((paper) => ({
        key: paper.reference,
        reachable: true,
        cells: [
          <a
            key="reference"
            href={`/subpoenas/${paper.reference}`}
            data-open=""
            className="whitespace-nowrap"
          >
            {paper.reference}
          </a>,
          <Case key="case" caption={paper.caption} under={`${paper.court} ${paper.caseNumber}`} />,
          <StageMark key="stage" stage={paper.stage} />,
          paper.complianceOn ? <DateText key="on" date={paper.complianceOn} today={today} /> : '–',
          ...(paper.billing ? [<BillingMark key="billing" billing={paper.billing} />] : []),
        ],
      }))}
    />
  )
}

function Billed({ cases }: { cases: readonly BilledCase[] }) {
  return (
    <LedgerTable
      caption="Papers"
      columns={[{ head: 'Case' }, { head: 'Case number', nowrap: true }, { head: 'Billing' }]}
      rows={cases.map(({ key, caption, caseNumber, billing }) => ({
        key,
        cells: [
          <Case key="case" caption={caption} />,
          caseNumber,
          <BillingMark key="billing" billing={billing} />,
        ],
      }))}
    />
  )
}

function Case({ caption, under }: { caption: string; under?: string }) {
  return (
    <span className="block">
      <span className="line-clamp-2 text-[1.03125rem]">
        <Caption text={caption} />
      </span>
      {under?.trim() ? <span className="under">{under}</span> : null}
    </span>
  )
}
