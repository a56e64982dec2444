import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { FileField } from '#app/_forms/file_field.tsx'
import { Form } from '#app/_forms/form.tsx'
import { InstantField } from '#app/_forms/instant_field.tsx'
import { kindOptions } from '#app/_forms/kind_options.ts'
import { Button, LinkButton } from '#app/_ui/button.tsx'
import { FieldRow, Fieldset } from '#app/_ui/fieldset.tsx'
import { Select } from '#app/_ui/inputs.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Pane, PaneBody, PaneSection, Panes } from '#app/_ui/panes.tsx'
import { logSubpoena } from '#db/commands/subpoena/log.ts'
import { officeZone, todayOf } from '#db/queries/office.ts'
import { requesterChoices } from '#db/queries/requester_choices.ts'
import { reader } from '#db/tx.ts'
import { mustBe } from '#lib/access/actor.ts'
import { CaseFields, RecordsFields } from '../_parts/case_fields.tsx'
import { RequesterFields } from '../_parts/requester_fields.tsx'
import { TargetFields } from '../_parts/target_fields.tsx'
import { logSubpoenaAction } from './actions.ts'

export const metadata: Metadata = { title: 'New subpoena' }

export default async function NewSubpoenaPage() {
  const actor = await signedIn()
  mustBe(actor, logSubpoena.may)
  const today = await todayOf(reader())
  const zone = await officeZone(reader())
  return (
    <>
      <PageHead
        title="New subpoena"
        inline="Needed: the paper, how it came, and when it was served and received. The rest as far as it is printed."
        ruled
      />
      <Panes layout="data-rail">
        <Pane kind="rail">
          <div className="only-wide">
            <Rail zone={zone} />
          </div>
        </Pane>
        <Pane kind="data">
          <PaneBody>
            <Form action={logSubpoenaAction}>
              <PaperFields today={today} />
              <CaseFields today={today} />
              <TargetFields rows={3} />
              <Fieldset legend="The demand">
                <RecordsFields />
              </Fieldset>
              <RequesterFields choices={await requesterChoices(actor)} />
              <p className="buttons">
                <Button look="filled">Log subpoena</Button>
                <LinkButton href="/subpoenas">Leave it</LinkButton>
              </p>
            </Form>
          </PaneBody>
        </Pane>
      </Panes>
    </>
  )
}

function PaperFields({ today }: { today: string }) {
  return (
    <Fieldset legend="The paper" aside="kept bit for bit, as it came">
      <div className="fields">
        <FileField name="paper" label="Served paper" help="PDF, TIFF, JPEG or PNG, to 50 MB." autoFocus />
      </div>
      <FieldRow of={2}>
        <Select
          name="processType"
          label="Process type"
          options={kindOptions('processTypes')}
          empty="Choose"
          required
        />
        <Select
          name="serviceMethod"
          label="How it came"
          options={kindOptions('serviceMethods')}
          empty="Choose"
          required
        />
      </FieldRow>
      <FieldRow of={4}>
        <InstantField name="servedAt" label="Served" timeLabel="at" today={today} />
        <InstantField name="receivedAt" label="Received" timeLabel="at" today={today} />
      </FieldRow>
    </Fieldset>
  )
}

function Rail({ zone }: { zone: string }) {
  return (
    <>
      <PaneSection title="Logging a paper">
        <ul className="lines">
          <li>
            The clock already runs: what looks wrong on the paper is a warning, and never a reason not to log
            it.
          </li>
          <li>Served is when the law counts it; our own time to object runs from then.</li>
          <li>Received is when it reached this desk; the hold runs from then. Times are {zone}.</li>
          <li>The same paper twice is logged twice, and said.</li>
          <li>A government’s demand is logged here too, and goes straight to counsel.</li>
        </ul>
      </PaneSection>
      <PaneSection title="Days and times">
        <ul className="lines">
          <li>today, yesterday, 2/9, 9 Feb, 2026-02-09</li>
          <li>5 pm, 5:05pm, 17:05, noon</li>
        </ul>
      </PaneSection>
    </>
  )
}
