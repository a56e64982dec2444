import { FileField } from '#app/_forms/file_field.tsx'
import { FieldRow, Fieldset } from '#app/_ui/fieldset.tsx'
import { Input } from '#app/_ui/inputs.tsx'
import type { TargetLine } from '#db/queries/case_head.ts'
import { labelOf } from '#lib/kinds.ts'

/** One document for one target: what it is, how many pages, and its file where there is one. */
export function ItemRow({ index, target }: { index: number; target: TargetLine }) {
  const { number, letter, kind, identifier, period, subscriber } = target
  const name = (field: string) => `items.${index}.${field}`
  return (
    // The parts of a split target have one identifier, and are told apart by their time alone.
    <Fieldset
      legend={[`${letter}: ${labelOf('targetKinds', kind)} ${identifier}`, period].filter(Boolean).join(', ')}
      aside={subscriber}
    >
      <input type="hidden" name={name('target')} value={number} />
      <FieldRow of={2}>
        <Input name={name('description')} label="What it is" placeholder="Account record" maxLength={300} />
        <Input
          name={name('pages')}
          label="Pages"
          inputMode="numeric"
          help="Empty: as many as the file has."
        />
      </FieldRow>
      <FileField
        name={name('file')}
        label="File"
        help="PDF, TIFF, JPEG or PNG; none where it goes on paper. It leaves under its page labels."
      />
    </Fieldset>
  )
}
