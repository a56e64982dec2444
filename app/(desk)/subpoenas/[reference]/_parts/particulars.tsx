import { Quoted } from '#app/_ui/caption.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { Facts, PaneFoot, PaneSection } from '#app/_ui/panes.tsx'
import { particularsOf } from '#db/queries/particulars.ts'
import type { Actor } from '#lib/access/actor.ts'
import { formatInstant, formatShort, formatTime } from '#lib/calendar/format.ts'
import { paperWords, shortHash } from '#lib/file/name.ts'
import { labelInSentence, labelOf } from '#lib/kinds.ts'
import { Letters } from './letters.tsx'

type Known = NonNullable<Awaited<ReturnType<typeof particularsOf>>>

/** What was typed from the paper, what looks doubtful in it, and the paper itself to download. For who sees the case. */
export async function Particulars({ actor, reference }: { actor: Actor; reference: string }) {
  const known = await particularsOf(actor, reference)
  if (!known) return null
  return (
    <>
      <PaneSection title="Particulars" aside={<a href={`/subpoenas/${reference}/edit`}>Correct</a>}>
        <Doubts known={known} />
        <Facts facts={[...paperFacts(known), ...partyFacts(known)]} />
        {known.row.recordsRequested ? <Quoted text={known.row.recordsRequested} /> : null}
      </PaneSection>
      <Letters actor={actor} reference={reference} />
      <PaneFoot>
        <PaperWords known={known} />
      </PaneFoot>
    </>
  )
}

/** Duplicates first, since they may save the work; then what the paper lacks or says oddly. Never a refusal. */
export function Doubts({ known: { duplicates, warnings, row } }: { known: Known }) {
  if (duplicates.length === 0 && warnings.length === 0) return null
  return (
    <Callout tone="soon">
      {duplicates.length > 0 ? (
        <p>
          It may be the same as{' '}
          {duplicates.map((other, index) => (
            <span key={other}>
              {index > 0 ? ', ' : ''}
              <a href={`/subpoenas/${other}`}>{other}</a>
            </span>
          ))}
          : the same paper, or the same case and identifier.
        </p>
      ) : null}
      {warnings.length > 0 ? (
        <>
          <p>
            To look at twice, or <a href={`/subpoenas/${row.reference}/edit`}>correct</a>:
          </p>
          <ul>
            {warnings.map(({ field, sentence }) => (
              <li key={field + sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Callout>
  )
}

function paperFacts({ row, zone, today }: Known) {
  const compliance = [
    row.complianceOn && formatShort(row.complianceOn, today),
    row.complianceTime && formatTime(row.complianceTime),
  ]
  return [
    ...(row.formerReference ? [{ label: 'In the old spreadsheet', value: row.formerReference }] : []),
    { label: 'Paper', value: labelOf('processTypes', row.processType) },
    { label: 'Court', value: [row.court, row.county, row.issuingState].filter(Boolean).join(', ') },
    { label: 'Case number', value: row.caseNumber },
    { label: 'Issued', value: row.issuedOn && formatShort(row.issuedOn, today) },
    {
      label: 'Served',
      value: `${formatInstant(row.servedAt, zone, today)}, ${labelInSentence('serviceMethods', row.serviceMethod)}`,
    },
    { label: 'Received', value: formatInstant(row.receivedAt, zone, today) },
    { label: 'Counts from', value: formatShort(row.deemedReceivedOn, today) },
    { label: 'Compliance', value: compliance.filter(Boolean).join(', ') },
    { label: 'Place', value: row.compliancePlace },
  ]
}

function partyFacts({ row, requester, billTo }: Known) {
  return [
    { label: 'Issuing party', value: row.issuingParty },
    { label: 'Attorney', value: row.issuingAttorney },
    { label: 'Requester', value: <RequesterLink requester={requester} /> },
    { label: 'Bill to', value: billTo ? <RequesterLink requester={billTo} /> : null },
    { label: 'Owed by', value: row.obligor },
    { label: 'Printed caption', value: row.captionPrinted },
  ]
}

function RequesterLink({ requester }: { requester: Known['requester'] }) {
  return <a href={`/requesters/${requester.number}`}>{requester.name}</a>
}

/** What the stored paper is, and the way to it: it is saved, never shown, since a stranger sent it. */
function PaperWords({ known: { paper, row } }: { known: Known }) {
  return (
    <>
      {paper.name}, {paperWords(paper)}, kept as received · SHA-256{' '}
      <span title={paper.sha256}>{shortHash(paper.sha256)}</span> ·{' '}
      <a href={`/subpoenas/${row.reference}/paper`} download>
        Download
      </a>
    </>
  )
}
