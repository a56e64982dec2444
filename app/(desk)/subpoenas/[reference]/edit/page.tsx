import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { InstantField } from '#app/_forms/instant_field.tsx'
import { kindOptions } from '#app/_forms/kind_options.ts'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { FieldRow, Fieldset } from '#app/_ui/fieldset.tsx'
import { Input, Select } from '#app/_ui/inputs.tsx'
import { changeParticulars } from '#db/commands/subpoena/change.ts'
import { particularsOf } from '#db/queries/particulars.ts'
import { requesterChoices } from '#db/queries/requester_choices.ts'
import { mustBe } from '#lib/access/actor.ts'
import { formatInstant } from '#lib/calendar/format.ts'
import { wallClockOf } from '#lib/calendar/instant.ts'
import { CaseFields, RecordsFields } from '../../_parts/case_fields.tsx'
import { RequesterList } from '../../_parts/requester_fields.tsx'
import { TargetFields } from '../../_parts/target_fields.tsx'
import { Step } from '../_parts/step.tsx'
import { changeParticularsAction } from './actions.ts'
import { CorrectedTargets } from './corrected_targets.tsx'

type Asked = { params: Promise<{ reference: string }> }
type Known = NonNullable<Awaited<ReturnType<typeof particularsOf>>>

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Correct ${(await params).reference}` }
}

export default async function EditPage({ params }: Asked) {
  const actor = await signedIn()
  mustBe(actor, changeParticulars.may)
  const { reference } = await params
  const known = await particularsOf(actor, reference)
  if (!known) notFound()
  const { row, zone, today, targets } = known
  return (
    <Step
      subpoena={row}
      title="Correct the particulars"
      does={`Received ${formatInstant(row.receivedAt, zone, today)}, with its paper: that never changes. What the judgement stands on changes until the paper is accepted.`}
    >
      <RequesterList id="requesters" choices={await requesterChoices(actor)} />
      <Form action={changeParticularsAction} hidden={{ reference, version: row.version }}>
        <ServiceFields known={known} />
        <CaseFields known={row} today={today} />
        <Fieldset legend="The demand">
          <RecordsFields known={row} />
        </Fieldset>
        {targets.length > 0 ? <CorrectedTargets targets={targets} /> : null}
        <TargetFields legend="More targets" rows={1} first={targets.length + 1} />
        <PayingFields known={known} />
        <Buttons>
          <Button look="filled">Save</Button>
        </Buttons>
      </Form>
    </Step>
  )
}

function ServiceFields({ known: { row, zone, today } }: { known: Known }) {
  const served = wallClockOf(row.servedAt, zone)
  return (
    <Fieldset legend="The paper">
      <FieldRow of={2}>
        <Select
          name="processType"
          label="Process type"
          options={kindOptions('processTypes')}
          value={row.processType}
        />
        <Select
          name="serviceMethod"
          label="How it came"
          options={kindOptions('serviceMethods')}
          value={row.serviceMethod}
        />
      </FieldRow>
      <FieldRow of={4}>
        <InstantField
          name="servedAt"
          label="Served"
          timeLabel="at"
          today={today}
          on={served.date}
          time={served.time}
        />
      </FieldRow>
    </Fieldset>
  )
}

function PayingFields({ known: { row, requester, billTo } }: { known: Known }) {
  return (
    <Fieldset legend="Who serves and pays" aside="by number; their own page changes their name and address">
      <FieldRow of={3}>
        <Input
          name="requester"
          label="Requester"
          list="requesters"
          value={requester.number}
          aside={requester.name}
          required
        />
        <Input
          name="billTo"
          label="Bill to"
          list="requesters"
          value={billTo?.number}
          aside={billTo?.name}
          placeholder="The requester"
        />
        <Input name="obligor" label="Who owes it, where that is another" value={row.obligor} />
      </FieldRow>
    </Fieldset>
  )
}
