import { MoreFields } from '#app/_forms/more_fields.tsx'
import { FieldRow, Fieldset } from '#app/_ui/fieldset.tsx'
import { Input, TextArea } from '#app/_ui/inputs.tsx'
import type { RequesterChoice } from '#db/queries/requester_choices.ts'

/** The requesters on file as a field offers them: their number, found by typing a part of the name. */
export function RequesterList({ id, choices }: { id: string; choices: readonly RequesterChoice[] }) {
  return (
    <datalist id={id}>
      {choices.map(({ number, name, attention }) => (
        <option key={number} value={number} label={[name, attention].filter(Boolean).join(', ')} />
      ))}
    </datalist>
  )
}

/** Who served the paper and pays: one on file, or a new one. */
export function RequesterFields({ choices }: { choices: readonly RequesterChoice[] }) {
  return (
    <Fieldset legend="The requester" aside="who served it and pays">
      <RequesterList id="requesters" choices={choices} />
      <FieldRow of={2}>
        <Input
          name="requester"
          label="On file"
          list="requesters"
          placeholder="Type a name, choose its number"
          help="Leave it empty for a new one."
        />
        <Input name="newRequester.name" label="Or a new one: name of the firm or person" />
      </FieldRow>
      <FieldRow of={3}>
        <Input name="newRequester.email" label="E-mail" inputMode="email" />
        <Input name="newRequester.phone" label="Telephone" inputMode="tel" />
        <Input name="newRequester.fax" label="Fax" inputMode="tel" />
      </FieldRow>
      <FieldRow of={2}>
        <TextArea name="newRequester.address" label="Address" rows={2} />
        <Input name="newRequester.attention" label="Attention" placeholder="Attn: Accounts Payable" />
      </FieldRow>
      <MoreFields
        summary="Somebody else is billed, or the name cannot be printed"
        names={['billTo', 'obligor', 'newRequester.namePrinted']}
        mends="newRequester.name"
      >
        <FieldRow of={3}>
          <Input name="billTo" label="Bill to, on file" list="requesters" />
          <Input name="obligor" label="Who owes it, where that is another" />
          <Input name="newRequester.namePrinted" label="Printed form of the name" />
        </FieldRow>
      </MoreFields>
    </Fieldset>
  )
}
