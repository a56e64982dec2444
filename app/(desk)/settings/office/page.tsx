import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button } from '#app/_ui/button.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input, Select, TextArea } from '#app/_ui/inputs.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Facts, PageBody } from '#app/_ui/panes.tsx'
import { officeSettings } from '#db/queries/settings.ts'
import { isPermitted } from '#lib/access/actor.ts'
import { SettingsTabs } from '../_parts/settings_tabs.tsx'
import { changeOfficeAction } from '../actions.ts'

export const metadata: Metadata = { title: 'Office' }

const sizes = [
  { value: 'letter', label: 'US Letter' },
  { value: 'a4', label: 'A4' },
]

type Settings = Awaited<ReturnType<typeof officeSettings>>

export default async function OfficePage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const actor = await signedIn()
  const office = await officeSettings(actor)
  const isDone = (await searchParams).done === 'changed'
  return (
    <>
      <PageHead
        title="Office"
        under="How the office is called and where it is, on every letter and invoice from now on. Issued paper never changes."
        aside={<SettingsTabs current="/settings/office" />}
        ruled
      />
      <PageBody width="form">
        {isDone ? <Callout tone="done">Saved. The next letter says it so.</Callout> : null}
        {isPermitted(actor, ['administrator']) ? (
          <OfficeForm office={office} />
        ) : (
          <OfficeFacts office={office} />
        )}
      </PageBody>
    </>
  )
}

function OfficeForm({ office }: { office: Settings }) {
  return (
    <Form action={changeOfficeAction} hidden={{ version: office.version }}>
      <div className="fields">
        <FieldRow of={2}>
          <Input name="name" label="Name" value={office.name} maxLength={120} required />
          <Input name="department" label="Department" value={office.department} maxLength={120} />
        </FieldRow>
        <TextArea name="address" label="Address, as it stands on letters" value={office.address} required />
        <FieldRow of={3}>
          <Input name="phone" label="Telephone" value={office.phone} inputMode="tel" />
          <Input name="fax" label="Fax" value={office.fax} inputMode="tel" />
          <Input
            name="email"
            label="E-mail, for objections and questions"
            value={office.email}
            inputMode="email"
          />
        </FieldRow>
        <Input name="payee" label="Checks payable to" value={office.payee} required />
        <FieldRow of={2}>
          <Input
            name="timeZone"
            label="Time zone"
            help="Days begin and end here: America/Los_Angeles."
            value={office.timeZone}
            required
          />
          <Select name="paperSize" label="Paper" options={sizes} value={office.paperSize} />
        </FieldRow>
      </div>
      <p className="buttons mt-4">
        <Button look="filled">Save</Button>
      </p>
    </Form>
  )
}

function OfficeFacts({ office }: { office: Settings }) {
  return (
    <Facts
      facts={[
        { label: 'Name', value: office.name },
        { label: 'Department', value: office.department },
        { label: 'Address', value: <span className="whitespace-pre-line">{office.address}</span> },
        { label: 'Telephone', value: office.phone || 'None' },
        { label: 'Fax', value: office.fax || 'None' },
        { label: 'E-mail', value: office.email || 'None' },
        { label: 'Checks payable to', value: office.payee },
        { label: 'Time zone', value: office.timeZone },
      ]}
    />
  )
}
