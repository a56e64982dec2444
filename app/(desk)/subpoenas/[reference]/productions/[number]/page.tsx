import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { Facts, Heading } from '#app/_ui/panes.tsx'
import { DateText, InstantText } from '#app/_ui/values.tsx'
import { releaseProduction } from '#db/commands/production/release.ts'
import { shipProduction } from '#db/commands/shipment.ts'
import { type ProductionPage, productionPage } from '#db/queries/productions.ts'
import { isPermitted } from '#lib/access/actor.ts'
import { rangeWords } from '#lib/production/bates.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { PaperFrame } from '../../../../_parts/paper_frame.tsx'
import { Step } from '../../_parts/step.tsx'
import { numberIn } from '../../_parts/step_head.ts'
import { ItemsTable } from './_parts/items_table.tsx'
import { Release } from './_parts/release.tsx'
import { Ship, ShipmentsTable } from './_parts/shipments.tsx'

type Asked = { params: Promise<{ reference: string; number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { reference, number } = await params
  return { title: `Production ${number}, ${reference}` }
}

/** One production: what it holds, its papers, what stands in its way, its release, and how it left. */
export default async function OneProductionPage({ params }: Asked) {
  const actor = await signedIn()
  const { reference, number } = await params
  const production = await productionPage(actor, reference, numberIn(number))
  if (!production) notFound()
  const { row, head, seesItems } = production
  const page = `/subpoenas/${reference}/productions/${number}`
  const isStanding = row.releasedAt === null && row.setAsideAt === null
  return (
    <Step subpoena={head} title={`Production ${number}`} does={does(production)} width="full">
      <div className="grid gap-x-10 min-[64rem]:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="min-w-0">
          <ItemsTable production={production} />
          <ShipmentsTable production={production} page={page} />
          {seesItems ? <Papers page={page} kind={row.kind} /> : null}
        </div>
        <div className="min-w-0">
          <Made production={production} />
          {isStanding ? (
            <Release
              production={production}
              actor={actor}
              mayRelease={isPermitted(actor, releaseProduction.may)}
            />
          ) : null}
          {row.releasedAt !== null && isPermitted(actor, shipProduction.may) ? (
            <Ship production={production} />
          ) : null}
        </div>
      </div>
    </Step>
  )
}

function does({ row, targets }: ProductionPage): string {
  const what = row.kind === 'records' ? 'Records' : 'The word that there are no records'
  return `${what} for ${targetLetters(targets)}.`
}

function Papers({ page, kind }: { page: string; kind: ProductionPage['row']['kind'] }) {
  const letter = kind === 'records' ? 'Cover letter' : 'No-records letter'
  return (
    <>
      <Heading level={2} aside={<a href={`${page}/declaration/pdf`}>Declaration to sign</a>}>
        <a href={`${page}/cover/pdf`}>{letter}</a>
      </Heading>
      <div className="max-w-152">
        <PaperFrame src={`${page}/cover/pdf`} title={letter} />
      </div>
    </>
  )
}

function Made({ production }: { production: ProductionPage }) {
  const { row, head, preparedBy, releasedBy, setAsideBy } = production
  const { today, zone } = head
  const { batesFirst: first, batesLast: last } = row
  return (
    <>
      <Heading level={2}>How far it is</Heading>
      <Facts
        facts={[
          { label: 'Pages', value: row.pages > 0 ? row.pages.toLocaleString('en-US') : '' },
          { label: 'Numbered', value: first && last ? rangeWords({ first, last }) : '' },
          {
            label: 'Prepared',
            value: (
              <>
                <InstantText at={row.preparedAt} zone={zone} today={today} /> by {preparedBy}
              </>
            ),
          },
          {
            label: 'Set aside',
            value: setAsideBy ? `by ${setAsideBy}: ${row.setAsideWhy}` : null,
          },
          {
            label: 'Released',
            value:
              row.releasedOn && releasedBy ? (
                <>
                  <DateText date={row.releasedOn} today={today} /> by {releasedBy}: {row.releaseReason}
                </>
              ) : null,
          },
        ]}
      />
    </>
  )
}
