import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Empty } from '#app/_ui/messages.tsx'
import { Heading } from '#app/_ui/panes.tsx'
import { DateText, InstantText } from '#app/_ui/values.tsx'
import { caseHead } from '#db/queries/case_head.ts'
import { earlyReleasesOf, objectionsOf } from '#db/queries/objections.ts'
import type { Actor } from '#lib/access/actor.ts'
import { labelOf } from '#lib/kinds.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { ObjectionState } from './lane_objections.tsx'

/** The objections of a subpoena with what each does, and the early releases asked for. */
export async function ObjectionsTab({ actor, reference }: { actor: Actor; reference: string }) {
  const head = await caseHead(actor, reference)
  if (!head) return null
  const { today, zone } = head
  const page = `/subpoenas/${reference}`
  const objections = await objectionsOf(actor, reference)
  const releases = await earlyReleasesOf(actor, reference)
  return (
    <>
      <LedgerTable
        caption="Objections"
        spaced
        empty={
          <Empty title="No objection so far.">
            One that arrives by fax, e-mail or post is <a href={`${page}/objection`}>recorded</a> at once:
            from that moment it holds back what its kind holds back.
          </Empty>
        }
        columns={[{ head: 'Objection' }, { head: 'About' }, { head: 'Received' }, { head: 'What it does' }]}
        rows={objections.map((objection) => ({
          key: objection.number,
          reachable: true,
          cells: [
            <span key="objection">
              <a href={`${page}/objections/${objection.number}`} data-open="" data-next="">
                {labelOf('objectionKinds', objection.kind)}
              </a>
              {objection.filedWhere ? <span className="under">{objection.filedWhere}</span> : null}
            </span>,
            targetLetters(objection.targetNumbers),
            <InstantText key="received" at={objection.receivedAt} zone={zone} today={today} />,
            <ObjectionState key="state" objection={objection} today={today} />,
          ],
        }))}
      />
      {releases.length > 0 ? (
        <>
          <Heading>Early release</Heading>
          <ul className="space-y-2">
            {releases.map((release) => (
              <li key={release.number}>
                <a href={`${page}/early-releases/${release.number}`}>
                  {labelOf('earlyReleaseGrounds', release.ground)}
                </a>{' '}
                for {targetLetters(release.targetNumbers)} from{' '}
                <DateText date={release.opensOn} today={today} />:{' '}
                {release.decision === null
                  ? `asked by ${release.askedBy}, waits for another counsel`
                  : `${release.decision} by ${release.decidedBy}`}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}
