import { ChoosePassword } from '#app/_auth/choose_password.tsx'
import { CheckboxGroup, RadioGroup } from '#app/_ui/choices.tsx'
import { FieldRow, Fieldset } from '#app/_ui/fieldset.tsx'
import { Input, MoneyField, Select, TextArea } from '#app/_ui/inputs.tsx'
import { publishedSchedule } from '#lib/billing/schedule.ts'
import { kindsOf, labelOf } from '#lib/kinds.ts'
import { type Cents, formatMoney } from '#lib/money.ts'
import { publishedPolicy } from '#lib/policy/policy.ts'

/** What set-up asks for. The published policy's own numbers and names stand in the form, and may be changed. */
export function OfficeFields() {
  return (
    <>
      <Fieldset legend="The office" aside="as it stands on letters and invoices">
        <FieldRow>
          <Input
            name="name"
            label="Name"
            value="j2 Cloud Services, Inc."
            autoComplete="organization"
            required
          />
          <Input name="department" label="Department" value="Subpoena Department" />
          <TextArea
            name="address"
            label="Address"
            value={'6922 Hollywood Boulevard, 5th Floor\nLos Angeles, CA 90028'}
            required
            wide
          />
          <Input name="phone" label="Telephone" inputMode="tel" />
          <Input name="fax" label="Fax" value="1-310-943-2400" inputMode="tel" />
          <Input
            name="email"
            label="E-mail"
            inputMode="email"
            help="Letters are sent from this address."
            wide
          />
          <Input name="payee" label="Checks payable to" value="j2 Cloud Services, Inc." required />
          <Select
            name="timeZone"
            label="Time zone"
            value="America/Los_Angeles"
            help="Every day and deadline is counted in it."
            options={timeZones()}
          />
        </FieldRow>
        <div className="mt-3">
          <RadioGroup
            name="paperSize"
            label="Paper"
            value="letter"
            options={[
              { value: 'letter', label: 'US Letter' },
              { value: 'a4', label: 'A4' },
            ]}
          />
        </div>
      </Fieldset>
      <PolicyFields />
      <Fieldset legend="The first administrator" aside="you">
        <FieldRow>
          <Input name="administrator.name" label="Your name" autoComplete="name" required />
          <Input
            name="administrator.email"
            label="Your e-mail"
            inputMode="email"
            autoComplete="email"
            required
          />
          <ChoosePassword />
        </FieldRow>
        <div className="mt-3">
          <CheckboxGroup
            name="administrator.otherRoles"
            label="What you also do here"
            help="Nobody changes their own roles later: another administrator does."
            options={kindsOf('roles')
              .filter((role) => role !== 'administrator')
              .map((role) => ({ value: role, label: labelOf('roles', role) }))}
          />
        </div>
      </Fieldset>
    </>
  )
}

function PolicyFields() {
  const { holdDays, noticeDays, mailDays, dueDays } = publishedPolicy
  const { researchCentsPerHour, pageCents, parcelCents } = publishedSchedule
  return (
    <Fieldset legend="The policy’s numbers" aside="as published: days first, then rates">
      <FieldRow of={4}>
        <Days name="holdDays" label="Hold, from receipt" value={holdDays} />
        <Days name="noticeDays" label="At least, from the notice" value={noticeDays} />
        <Days name="mailDays" label="For a posted letter" value={mailDays} />
        <Days name="dueDays" label="To pay, from the invoice" value={dueDays} />
      </FieldRow>
      <FieldRow of={3}>
        <MoneyField
          name="policy.researchCentsPerHour"
          label="Research, an hour"
          value={plain(researchCentsPerHour)}
        />
        <MoneyField name="policy.pageCents" label="A page" value={plain(pageCents)} />
        <MoneyField
          name="policy.parcelCents"
          label="A parcel by Federal Express"
          value={plain(parcelCents)}
        />
        <Input name="policy.reason" label="Reason, if you changed any" maxLength={400} wide />
      </FieldRow>
    </Fieldset>
  )
}

function Days({ name, label, value }: { name: string; label: string; value: number }) {
  return (
    <Input
      name={`policy.${name}`}
      label={label}
      aside="days"
      value={String(value)}
      inputMode="numeric"
      required
    />
  )
}

const plain = (amount: Cents) => formatMoney(amount).replace('$', '')

/** All zones that this machine knows, those of the United States first. */
function timeZones() {
  const near = [
    ['America/Los_Angeles', 'Pacific'],
    ['America/Denver', 'Mountain'],
    ['America/Phoenix', 'Arizona'],
    ['America/Chicago', 'Central'],
    ['America/New_York', 'Eastern'],
    ['America/Anchorage', 'Alaska'],
    ['Pacific/Honolulu', 'Hawaii'],
  ] as const
  const named = new Set<string>(near.map(([zone]) => zone))
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !named.has(zone))
  return [
    ...near.map(([zone, words]) => ({ value: zone, label: `${words} (${zone.replaceAll('_', ' ')})` })),
    ...others.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
  ]
}
