import { FieldRow, Fieldset } from '#app/_ui/fieldset.tsx'
import { Input, TextArea } from '#app/_ui/inputs.tsx'
import type { RequesterRow } from '#db/requesters.ts'

/** Who serves papers and pays. @param known What is on file, when it is changed. */
export function RequesterFields({ known }: { known?: RequesterRow }) {
  return (
    <>
      <Fieldset legend="Name and address" aside="as letters and invoices carry them">
        <FieldRow of={2}>
          <Input name="name" label="Firm or person" value={known?.name} maxLength={200} required />
          <Input
            name="namePrinted"
            label="Printed form of the name"
            aside="rarely needed"
            value={known?.namePrinted ?? ''}
            maxLength={200}
            help="Only where the name has characters that cannot be printed."
          />
          <TextArea
            name="address"
            label="Address"
            value={known?.address}
            rows={3}
            placeholder={'Street and number\nCity, state and ZIP code'}
          />
          <Input
            name="attention"
            label="Attention"
            value={known?.attention}
            placeholder="Attn: Accounts Payable"
            maxLength={200}
          />
        </FieldRow>
      </Fieldset>
      <Fieldset legend="How to reach them">
        <FieldRow of={3}>
          <Input name="email" label="E-mail" value={known?.email} inputMode="email" />
          <Input name="phone" label="Telephone" value={known?.phone} inputMode="tel" />
          <Input name="fax" label="Fax" value={known?.fax} inputMode="tel" />
        </FieldRow>
      </Fieldset>
      <Fieldset legend="Note">
        <TextArea
          name="note"
          label="What a colleague should know"
          value={known?.note}
          rows={2}
          help="Seen by everyone who sees the requester, billing too: nothing about a subscriber."
        />
      </Fieldset>
    </>
  )
}
