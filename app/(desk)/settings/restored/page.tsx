import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button } from '#app/_ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/_ui/choices.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input } from '#app/_ui/inputs.tsx'
import { Callout, Empty } from '#app/_ui/messages.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Facts, PageBody } from '#app/_ui/panes.tsx'
import { Section } from '#app/_ui/section.tsx'
import { InstantText } from '#app/_ui/values.tsx'
import { restoredOffice } from '#db/queries/restoration.ts'
import { formatInstant } from '#lib/calendar/format.ts'
import { series } from '#lib/restoration/series.ts'
import { SettingsTabs } from '../_parts/settings_tabs.tsx'
import { openRestoredOfficeAction } from './actions.ts'

export const metadata: Metadata = { title: 'Restored' }

type Restored = NonNullable<Awaited<ReturnType<typeof restoredOffice>>>

export default async function RestoredPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const restored = await restoredOffice(await signedIn())
  const isDone = (await searchParams).done === 'opened'
  return (
    <>
      <PageHead
        title="Restored"
        under="What to look at after the office came out of a backup, before it works on."
        aside={<SettingsTabs current="/settings/restored" />}
        ruled
      />
      <PageBody width="form">
        {isDone ? <Callout tone="done">The office is open again.</Callout> : null}
        {restored ? (
          <Look restored={restored} />
        ) : (
          <Empty title="This office works as usual.">
            After npm run restore it is read-only until an administrator has looked here.
          </Empty>
        )}
      </PageBody>
    </>
  )
}

function Look({ restored }: { restored: Restored }) {
  const { restoration, numbers } = restored
  return (
    <Form action={openRestoredOfficeAction} hidden={{ headSeen: restoration.headSequence }}>
      <WhereItEnds restored={restored} />
      <Section
        title="Last numbers"
        lead="Look at the last papers that left the house. Where they carry a higher number, write that: what lies between is recorded as given, and never given again."
      >
        {numbers.map(({ series: name, year, last }, index) => (
          <div key={`${name}-${year}`}>
            <input type="hidden" name={`numbers.${index}.series`} value={name} />
            <input type="hidden" name={`numbers.${index}.year`} value={year} />
            <FieldRow of={2}>
              <Input
                name={`numbers.${index}.last`}
                label={`${series[name].label} of ${year}: ${series[name].prefix}-${year}-`}
                help={last === 0 ? 'In the backup there is none.' : `In the backup it is ${last}.`}
                value={String(last)}
                inputMode="numeric"
                required
              />
            </FieldRow>
          </div>
        ))}
      </Section>
      <MailThatWaits restored={restored} />
      <p className="buttons mt-4">
        <Button look="filled">I have looked: open the office</Button>
      </p>
    </Form>
  )
}

function WhereItEnds({ restored: { restoration, zone, today } }: { restored: Restored }) {
  const { backupMadeAt, restoredAt, headSequence, headMac } = restoration
  return (
    <Section
      title="Where the backup ends"
      lead="What was done after it is not here: papers logged, notices sent, holds that were stayed, people who were disabled, passwords that were changed. Do it again before anything is released."
    >
      <Facts
        facts={[
          { label: 'Backup made', value: <InstantText at={backupMadeAt} zone={zone} today={today} /> },
          { label: 'Restored', value: <InstantText at={restoredAt} zone={zone} today={today} /> },
          { label: 'Last entry of the history', value: String(headSequence) },
          { label: 'Its seal', value: <code className="break-all">{headMac}</code> },
        ]}
      />
    </Section>
  )
}

const choices = [
  { value: 'hold', label: 'Hold all of it: a person finds out of each whether it went' },
  { value: 'send', label: 'Send all of it: none of it went after the backup' },
  { value: 'send-ticked', label: 'Send what is ticked, and hold the rest' },
]

function MailThatWaits({ restored: { mail, waiting, zone, today } }: { restored: Restored }) {
  return (
    <Section
      title={`Mail that waits: ${waiting}`}
      lead="It was on its way when the backup was made, and may have gone since. Nothing goes while this office is read-only."
    >
      <RadioGroup name="mail" label="What becomes of it" options={choices} value="hold" />
      {mail.length > 0 ? (
        <CheckboxGroup
          name="ticked"
          label="Waiting"
          help={waiting > mail.length ? `The first ${mail.length} are shown.` : undefined}
          options={mail.map(({ messageId, words, subpoena, createdAt }) => ({
            value: messageId,
            label: [subpoena, words, `written ${formatInstant(createdAt, zone, today)}`]
              .filter(Boolean)
              .join(', '),
          }))}
        />
      ) : null}
    </Section>
  )
}
