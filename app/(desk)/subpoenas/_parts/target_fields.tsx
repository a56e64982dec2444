import { kindOptions } from '#app/_forms/kind_options.ts'
import { Fieldset } from '#app/_ui/fieldset.tsx'
import { TextArea } from '#app/_ui/inputs.tsx'
import { TargetRows } from './target_rows.tsx'

const examples = 'fax 1-323-555-0142\n203.0.113.7 2026-01-05 10:22 PST port 51123\naccount 7731-0042'

/** What is sought: typed in rows, pasted a line each, or both. */
export function TargetFields({
  first = 1,
  rows = 2,
  legend = 'What is asked',
}: {
  first?: number
  rows?: number
  legend?: string
}) {
  return (
    <Fieldset legend={legend} aside="1 to 500 targets">
      <TargetRows kinds={kindOptions('targetKinds')} rows={rows} first={first} />
      <div className="fields mt-3">
        <TextArea
          name="targetsText"
          label="Or paste them, one a line"
          placeholder={examples}
          help="The kind is guessed from each line and can be changed before the paper is accepted."
          rows={3}
        />
      </div>
    </Fieldset>
  )
}
