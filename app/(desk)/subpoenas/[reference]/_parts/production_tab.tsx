import { LinkButton } from '#app/_ui/button.tsx'
import type { GlyphName } from '#app/_ui/glyph.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Empty } from '#app/_ui/messages.tsx'
import { Mark } from '#app/_ui/states.tsx'
import { prepareProduction } from '#db/commands/production/prepare.ts'
import { type ProductionLine, productionsOf } from '#db/queries/productions.ts'
import { type Actor, isPermitted } from '#lib/access/actor.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { labelOf } from '#lib/kinds.ts'
import { rangeWords } from '#lib/production/bates.ts'
import { targetLetters } from '#lib/subpoena/target.ts'

/** What is prepared, released and shipped for a subpoena. */
export async function ProductionTab({ actor, reference }: { actor: Actor; reference: string }) {
  const found = await productionsOf(actor, reference)
  if (!found) return null
  const { lines, today } = found
  const page = `/subpoenas/${reference}`
  return (
    <>
      <LedgerTable
        caption="Productions"
        spaced
        columns={[
          { head: 'Production' },
          { head: 'What' },
          { head: 'How far' },
          { head: 'Left', hideOnPhone: true },
        ]}
        rows={lines.map((one) => ({
          key: one.number,
          reachable: true,
          cells: [
            <a key="number" href={`${page}/productions/${one.number}`} data-open="" data-next="">
              Production {one.number}
            </a>,
            <What key="what" production={one} />,
            <HowFar key="far" production={one} today={today} />,
            <Left key="left" production={one} today={today} />,
          ],
        }))}
        empty={
          <Empty title="Nothing is prepared yet.">
            A production may be prepared while the hold runs; another person releases it when nothing stands
            in the way.
          </Empty>
        }
      />
      {isPermitted(actor, prepareProduction.may) ? (
        <p className="mt-3">
          <LinkButton href={`${page}/production`}>Prepare a production</LinkButton>
        </p>
      ) : null}
    </>
  )
}

function What({ production }: { production: ProductionLine }) {
  const { kind, targets, pages, batesFirst, batesLast } = production
  if (kind === 'no-records') return <>No records for {targetLetters(targets)}</>
  return (
    <>
      {pages === 1 ? '1 page' : `${pages.toLocaleString('en-US')} pages`} for {targetLetters(targets)}
      {batesFirst && batesLast ? (
        <span className="under">{rangeWords({ first: batesFirst, last: batesLast })}</span>
      ) : null}
    </>
  )
}

type Then = { production: ProductionLine; today: CalendarDate }

function HowFar({ production, today }: Then) {
  const { setAsideAt, releasedOn, releasedBy, preparedBy } = production
  const [glyph, words, under]: [GlyphName, string, string] = setAsideAt
    ? ['barred-circle', 'Set aside', production.setAsideWhy]
    : releasedOn
      ? ['tick', `Released ${formatShort(releasedOn, today)}`, `by ${releasedBy}, prepared by ${preparedBy}`]
      : ['half-disc', 'Prepared', `by ${preparedBy}; another person releases it`]
  return (
    <>
      <Mark glyph={glyph} words={words} wraps />
      <span className="under">{under}</span>
    </>
  )
}

function Left({ production: { shipments, releasedOn }, today }: Then) {
  if (shipments.length === 0)
    return <span className="third">{releasedOn ? 'not shipped yet' : 'not released'}</span>
  return shipments.map((shipment) => (
    <span key={shipment.number} className="block">
      {labelOf('shipmentMethods', shipment.method)} {shipment.trackingNumber}
      <span className="under">
        {formatShort(shipment.sentOn, today)}
        {shipment.deliveredOn ? `, arrived ${formatShort(shipment.deliveredOn, today)}` : ''}
      </span>
    </span>
  ))
}
