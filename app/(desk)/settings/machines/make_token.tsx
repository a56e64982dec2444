import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { CheckboxGroup } from '#app/_ui/choices.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { Input } from '#app/_ui/inputs.tsx'
import { Section } from '#app/_ui/section.tsx'
import { kindsOf, labelOf, type Role } from '#lib/kinds.ts'
import { makeTokenAction } from './actions.ts'

/** What a machine may with each role, where that is other than what a person may. */
const words: Record<Role, string> = {
  intake: 'Logs subpoenas, sends notices, takes objections in.',
  custodian: 'Records what was found, and ships what two people let go. Does not see who a subscriber is.',
  counsel: 'Judges papers and objections. Sees who a subscriber is: each look is recorded.',
  billing: 'Invoices and payments. Sees no subscriber, no target, no paper.',
  administrator: 'Settings. Lets nobody in and gives no role.',
  auditor: 'Reads everything but who a subscriber is, and changes nothing.',
}

/** A token for a machine, new or known. */
export function MakeToken({ today }: { today: string }) {
  return (
    <Section
      title="Make a token"
      lead="For a new machine, or another one for a machine that is here: then with the same roles. It is shown once."
    >
      <div className="max-w-xl">
        <Form action={makeTokenAction}>
          <div className="fields">
            <Input
              name="machine"
              label="Name of the machine"
              help="As it is to stand in the history, such as “Ledger sync”. It cannot be changed later."
              maxLength={120}
              required
            />
            <CheckboxGroup
              name="roles"
              label="Roles"
              options={kindsOf('roles').map((role) => ({
                value: role,
                label: labelOf('roles', role),
                help: words[role],
              }))}
            />
            <DateField
              name="lastDayOn"
              label="Last day on which it works"
              help="Left empty, it works until it is revoked."
              today={today}
            />
          </div>
          <Buttons>
            <Button look="filled">Make the token</Button>
          </Buttons>
        </Form>
      </div>
    </Section>
  )
}
