import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { Callout, Empty } from '#app/_ui/messages.tsx'
import { Heading } from '#app/_ui/panes.tsx'
import { prepareProduction } from '#db/commands/production/prepare.ts'
import { type ProductionDraft, productionDraft } from '#db/queries/production_draft.ts'
import { mustBe } from '#lib/access/actor.ts'
import { Step } from '../_parts/step.tsx'
import { TargetChoice } from '../_parts/target_choice.tsx'
import { prepareNoRecordsAction, prepareProductionAction } from './actions.ts'
import { ItemRow } from './item_row.tsx'

type Asked = {
  params: Promise<{ reference: string }>
  searchParams: Promise<{ documents?: string }>
}

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Prepare a production, ${(await params).reference}` }
}

export default async function ProductionPage({ params, searchParams }: Asked) {
  const actor = await signedIn()
  mustBe(actor, prepareProduction.may)
  const draft = await productionDraft(actor, (await params).reference)
  if (!draft) notFound()
  const { head, isAccepted, toProduce, noRecords } = draft
  const each = documentsEach((await searchParams).documents)
  return (
    <Step
      subpoena={head}
      title="Prepare a production"
      does="It labels the pages, draws the cover letter and your declaration, and waits for another person to release it. Nothing leaves by it."
    >
      {isAccepted ? null : (
        <Callout tone="brick">
          <p>
            The paper is not accepted. <a href={`/subpoenas/${head.reference}/review`}>Judge it first</a>
          </p>
        </Callout>
      )}
      {toProduce.length > 0 ? <Records draft={draft} each={each} /> : null}
      {noRecords.length > 0 ? <NoRecords draft={draft} /> : null}
      <Rest draft={draft} />
    </Step>
  )
}

/** How many documents of each target the form has room for. */
const documentsEach = (asked: string | undefined) => (asked && /^[1-9]$/.test(asked) ? Number(asked) : 1)

function Records({ draft: { head, toProduce }, each }: { draft: ProductionDraft; each: number }) {
  const { reference } = head
  const rows = toProduce.flatMap((target) => Array.from({ length: each }, () => target))
  return (
    <>
      <Heading
        level={2}
        aside={
          <a href={`/subpoenas/${reference}/production?documents=${each + 1}`}>
            Room for another document each
          </a>
        }
      >
        What is handed over
      </Heading>
      <Form action={prepareProductionAction} hidden={{ reference }}>
        {rows.map((target, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their places
          <ItemRow key={index} index={index} target={target} />
        ))}
        <p className="field-help">A row that is left empty is not part of it.</p>
        <Buttons>
          <Button look="filled">Prepare the production</Button>
        </Buttons>
      </Form>
    </>
  )
}

function NoRecords({ draft: { head, noRecords, toProduce } }: { draft: ProductionDraft }) {
  return (
    <>
      <Heading level={2}>No records</Heading>
      <Form action={prepareNoRecordsAction} hidden={{ reference: head.reference }}>
        <TargetChoice
          targets={noRecords}
          chosen={noRecords.map(({ number }) => number)}
          label="Nothing was found for"
          help="The letter describes the search as it was recorded."
        />
        <Buttons>
          <Button look={toProduce.length > 0 ? 'outlined' : 'filled'}>Prepare the no-records letter</Button>
        </Buttons>
      </Form>
    </>
  )
}

/** Why the other targets are not offered. */
function Rest({ draft: { head, toProduce, noRecords, toResearch } }: { draft: ProductionDraft }) {
  if (toResearch.length > 0) {
    return (
      <p className="mt-4 second">
        Nobody has looked for the subscriber of{' '}
        {toResearch.map(({ letter, number }, index) => (
          <span key={number}>
            {index > 0 ? ', ' : ''}
            <a href={`/subpoenas/${head.reference}/targets/${number}`}>{letter}</a>
          </span>
        ))}{' '}
        yet.
      </p>
    )
  }
  return toProduce.length + noRecords.length === 0 ? (
    <Empty title="Every target is answered, or in a production that is prepared already." />
  ) : null
}
