import { kindOptions } from '#app/_forms/kind_options.ts'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input, Select } from '#app/_ui/inputs.tsx'

/** How a letter to the requester leaves. By e-mail it goes at once; any other way it is printed and somebody sends it. */
export function LetterFields({ email }: { email: string }) {
  return (
    <FieldRow of={2}>
      <Select
        name="how"
        label="How the letter goes"
        options={kindOptions('shipmentMethods')}
        value={email ? 'e-mail' : 'post'}
        help="By e-mail it leaves at once. Any other way the letter is kept as a PDF to print and send."
      />
      <Input
        name="to"
        label="To another e-mail address"
        placeholder={email || 'None is on file'}
        inputMode="email"
      />
    </FieldRow>
  )
}
