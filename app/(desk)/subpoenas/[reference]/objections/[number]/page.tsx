import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Facts } from '#app/_ui/panes.tsx'
import { DateText, InstantText } from '#app/_ui/values.tsx'
import { recordObjectionOutcome } from '#db/commands/objection/change.ts'
import type { CaseHead } from '#db/queries/case_head.ts'
import { type ObjectionLine, objectionsOf } from '#db/queries/objections.ts'
import { caseReaders, isPermitted } from '#lib/access/actor.ts'
import { labelOf } from '#lib/kinds.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { ObjectionState } from '../../_parts/lane_objections.tsx'
import { Step } from '../../_parts/step.tsx'
import { numberIn, stepHead } from '../../_parts/step_head.ts'
import { EffectForm, OutcomeForm } from './counsel_forms.tsx'

type Asked = { params: Promise<{ reference: string; number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { reference, number } = await params
  return { title: `Objection ${number}, ${reference}` }
}

export default async function OneObjectionPage({ params }: Asked) {
  const { actor, head } = await stepHead(params, caseReaders)
  const number = numberIn((await params).number)
  const objection = (await objectionsOf(actor, head.reference)).find((one) => one.number === number)
  if (!objection) notFound()
  const isOpen = objection.outcome === null
  return (
    <Step
      subpoena={head}
      title={`Objection ${number}: ${labelOf('objectionKinds', objection.kind)}`}
      does={
        isOpen
          ? 'It stands. Counsel decides what it does, and records how it ends.'
          : 'It has its outcome, which is given once.'
      }
    >
      <div className="space-y-6">
        <ObjectionFacts head={head} objection={objection} />
        {isOpen && isPermitted(actor, recordObjectionOutcome.may) ? (
          <>
            <OutcomeForm head={head} objection={objection} />
            <EffectForm head={head} objection={objection} />
          </>
        ) : null}
      </div>
    </Step>
  )
}

function ObjectionFacts({ head, objection }: { head: CaseHead; objection: ObjectionLine }) {
  const { today, zone, reference } = head
  const paper = (hash: string | null, words: string) =>
    hash ? <a href={`/subpoenas/${reference}/files/${hash}`}>{words}</a> : null
  return (
    <Facts
      facts={[
        { label: 'About', value: targetLetters(objection.targetNumbers) },
        { label: 'What it does', value: <ObjectionState objection={objection} today={today} /> },
        { label: 'Because', value: objection.effectReason },
        { label: 'Received', value: <InstantText at={objection.receivedAt} zone={zone} today={today} /> },
        { label: 'Filed where', value: objection.filedWhere },
        {
          label: 'Filed on',
          value: objection.filedOn ? <DateText date={objection.filedOn} today={today} /> : null,
        },
        {
          label: 'What it says',
          value: objection.text && <span className="whitespace-pre-line">{objection.text}</span>,
        },
        { label: 'Its paper', value: paper(objection.fileSha256, 'Download') },
        { label: 'Outcome', value: objection.outcomeReason },
        { label: 'Its order', value: paper(objection.outcomeFileSha256, 'Download') },
        { label: 'Recorded by', value: objection.by },
      ]}
    />
  )
}
