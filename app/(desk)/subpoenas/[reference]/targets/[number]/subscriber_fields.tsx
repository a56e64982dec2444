import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input, Select, TextArea } from '#app/_ui/inputs.tsx'
import type { ShownSubscriber } from '#db/queries/identity.ts'

const languages = [
  { value: 'en', label: 'English' },
  { value: 'ko', label: 'Korean, with the English after it' },
  { value: 'sv', label: 'Swedish, with the English after it' },
]

/** What is known of a subscriber, to be typed or corrected. */
export function SubscriberFields({ on }: { on?: ShownSubscriber | null }) {
  return (
    <>
      <FieldRow of={2}>
        <Input name="name" label="Name" value={on?.name} />
        <Input
          name="namePrinted"
          label="Name as it can be printed"
          value={on?.namePrinted ?? ''}
          help="Only where the name has characters that our papers cannot print."
        />
      </FieldRow>
      <FieldRow of={2}>
        <Input
          name="email"
          label="E-mail"
          inputMode="email"
          value={on?.email}
          help="Verified, for the notice."
        />
        <Input name="account" label="Account" value={on?.account} />
      </FieldRow>
      <FieldRow of={2}>
        <TextArea name="address" label="Postal address" rows={3} value={on?.address} />
        <TextArea
          name="addressPrinted"
          label="Address as it can be printed"
          rows={3}
          value={on?.addressPrinted ?? ''}
        />
      </FieldRow>
      <FieldRow of={2}>
        <Select
          name="language"
          label="Language of their letters"
          options={languages}
          value={on?.language ?? 'en'}
        />
      </FieldRow>
    </>
  )
}
