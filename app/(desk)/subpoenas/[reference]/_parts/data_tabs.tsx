import { Empty } from '#app/_ui/messages.tsx'
import { Heading, PaneBody, PaneHead } from '#app/_ui/panes.tsx'
import { type Tab, Tabs } from '#app/_ui/tabs.tsx'
import { chargesOf } from '#db/queries/charges.ts'
import type { SubpoenaCase } from '#db/queries/subpoena_case.ts'
import type { SubpoenaHead } from '#db/queries/subpoena_page.ts'
import { type Actor, isPermitted, moneyReaders } from '#lib/access/actor.ts'
import { minutesWords } from '#lib/billing/quantity.ts'
import { formatMoney } from '#lib/money.ts'
import { ChargesTable } from './charges_table.tsx'
import { InvoicesTab } from './invoices_tab.tsx'
import { NoticesTab } from './notices_tab.tsx'
import { ObjectionsTab } from './objections_tab.tsx'
import { Particulars } from './particulars.tsx'
import { PreservationSummary } from './preservation_summary.tsx'
import { ProductionTab } from './production_tab.tsx'
import { ResearchTab } from './research_tab.tsx'
import { ReviewSummary } from './review_summary.tsx'
import { TargetsTab } from './targets_tab.tsx'
import { TermsSummary } from './terms_summary.tsx'

type Given = { actor: Actor; head: SubpoenaHead; theCase: SubpoenaCase | null }
type View = { readonly name: string; readonly label: string; readonly count?: number | string }

/** The data of a subpoena in views that keep their address. Who does not see the case has its money. */
export function DataTabs({ tab, ...given }: Given & { tab: string | undefined }) {
  const { head } = given
  const views = viewsOf(given)
  const open = views.find(({ name }) => name === tab) ?? views[0]
  const hrefOf = (name: string) =>
    name === views[0]?.name ? `/subpoenas/${head.reference}` : `/subpoenas/${head.reference}?tab=${name}`
  return (
    <>
      <PaneHead
        tabs={
          <Tabs
            label="Parts of this subpoena"
            current={hrefOf(open?.name ?? '')}
            tabs={views.map(({ name, label, count }): Tab => ({ label, count, href: hrefOf(name) }))}
          />
        }
      />
      <OneView name={open?.name ?? ''} {...given} />
    </>
  )
}

function viewsOf({ actor, theCase }: Given): View[] {
  const invoices: View[] = isPermitted(actor, moneyReaders)
    ? [{ name: 'invoices', label: 'Invoices', count: theCase?.counts.invoices || undefined }]
    : []
  if (!theCase) return [...invoices, { name: 'charges', label: 'Charges' }]
  const { counts } = theCase
  return [
    { name: 'targets', label: 'Targets', count: counts.targets },
    { name: 'particulars', label: 'Particulars' },
    { name: 'notices', label: 'Notices', count: counts.notices || undefined },
    { name: 'objections', label: 'Objections', count: counts.objections || undefined },
    {
      name: 'research',
      label: 'Research',
      count: counts.researchMinutes ? minutesWords(counts.researchMinutes) : undefined,
    },
    { name: 'production', label: 'Production', count: counts.productions || undefined },
    ...invoices,
  ]
}

function OneView({ name, actor, head }: Given & { name: string }) {
  const part = { actor, reference: head.reference }
  switch (name) {
    case 'targets':
      return (
        <>
          <PaneBody>
            <TargetsTab {...part} />
          </PaneBody>
          <TermsSummary {...part} />
          <ReviewSummary {...part} />
          <PreservationSummary {...part} />
        </>
      )
    case 'particulars':
      return <Particulars {...part} />
    case 'charges':
      return <Charges actor={actor} head={head} />
  }
  return (
    <PaneBody>
      {name === 'notices' ? <NoticesTab {...part} /> : null}
      {name === 'objections' ? <ObjectionsTab {...part} /> : null}
      {name === 'research' ? <ResearchTab {...part} /> : null}
      {name === 'production' ? <ProductionTab {...part} /> : null}
      {name === 'invoices' ? <InvoicesTab {...part} /> : null}
    </PaneBody>
  )
}

/** For billing: the work in the words that the invoice will have. */
async function Charges({ actor, head }: { actor: Actor; head: SubpoenaHead }) {
  const charges = await chargesOf(actor, head.reference)
  return (
    <PaneBody>
      {charges && charges.charges.length > 0 ? (
        <>
          <Heading aside={charges.draft ? formatMoney(charges.draft.total) : charges.cannotBill}>
            {charges.draft ? 'Charges, not billed' : 'Charges'}
          </Heading>
          <ChargesTable
            reference={head.reference}
            charges={charges.charges}
            today={head.today}
            seesMoney
            mayDrop={isPermitted(actor, ['billing'])}
          />
        </>
      ) : (
        <Empty title="No charge yet.">Research, pages and parcels appear here as they are recorded.</Empty>
      )}
    </PaneBody>
  )
}
