import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button } from '#app/_ui/button.tsx'
import { TimeField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input, MoneyField } from '#app/_ui/inputs.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { policyVersions } from '#db/queries/settings.ts'
import { mustBe } from '#lib/access/actor.ts'
import { type Cents, formatMoney } from '#lib/money.ts'
import { newPolicyVersionAction } from '../../actions.ts'

export const metadata: Metadata = { title: 'A new version of the policy' }

const plain = (amount: Cents | null) => (amount === null ? '' : formatMoney(amount).replace('$', ''))

export default async function NewPolicyPage() {
  const actor = await signedIn()
  mustBe(actor, ['administrator'])
  const [newest] = await policyVersions(actor)
  if (!newest) throw new Error('The office has no policy.')
  const { policy, schedule } = newest
  const days = (name: string, label: string, value: number, help?: string) => (
    <Input name={name} label={label} value={String(value)} help={help} inputMode="numeric" required />
  )
  return (
    <>
      <PageHead
        crumbs={[{ label: 'Policy', href: '/settings/policy' }]}
        title={`Version ${policy.version + 1}`}
        under="It is for papers received from now on. Those on the desk keep theirs, and their dates."
        ruled
      />
      <PageBody width="form">
        <Form action={newPolicyVersionAction}>
          <div className="fields">
            <FieldRow of={2}>
              {days('holdDays', 'Days of the hold', policy.holdDays, 'From receipt, which is not counted.')}
              {days('noticeDays', 'Days from notice', policy.noticeDays, 'The least that a subscriber has.')}
            </FieldRow>
            <FieldRow of={3}>
              {days('mailDays', 'Days for mail', policy.mailDays)}
              {days('dueDays', 'Days to pay', policy.dueDays)}
              <TimeField name="cutoff" label="The desk closes" value={policy.cutoff ?? '17:00'} />
            </FieldRow>
            <FieldRow of={4}>
              <MoneyField
                name="researchCentsPerHour"
                label="Research, an hour"
                value={plain(schedule.researchCentsPerHour)}
              />
              <MoneyField name="pageCents" label="A page" value={plain(schedule.pageCents)} />
              <MoneyField name="parcelCents" label="A FedEx parcel" value={plain(schedule.parcelCents)} />
              <MoneyField
                name="testimonyCentsPerHour"
                label="Testimony, an hour"
                help="Empty: none can be billed."
                value={plain(schedule.testimonyCentsPerHour)}
              />
            </FieldRow>
            <Input name="reason" label="Why" maxLength={400} required />
          </div>
          <p className="buttons mt-4">
            <Button look="filled">Make version {policy.version + 1}</Button>
          </p>
        </Form>
      </PageBody>
    </>
  )
}
