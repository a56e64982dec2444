import { kindOptions } from '#app/_forms/kind_options.ts'
import { Button } from '#app/_ui/button.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Select } from '#app/_ui/inputs.tsx'
import type { AskedSheet } from '#db/import/sheets.ts'
import type { ImportKind } from '#lib/import/access.ts'
import { labelOf } from '#lib/kinds.ts'

const orders = [
  { value: 'unstated', label: 'As written; refuse what could be two days' },
  { value: 'month-first', label: 'The month stands first: 3/14/2026' },
]

/** A plain form: the file is kept first, and then shown row by row. */
export function SheetForm(props: {
  kinds: readonly ImportKind[]
  asked: Omit<AskedSheet, 'file'>
  problem: string | undefined
}) {
  const { kinds, asked, problem } = props
  return (
    <form method="post" action="/settings/import/file" encType="multipart/form-data">
      <div className="fields">
        <div className="field">
          <div className="field-label">
            <label htmlFor="sheet">The sheet, as CSV</label>
          </div>
          <span className="box">
            <input
              id="sheet"
              name="sheet"
              type="file"
              className="input"
              accept=".csv,.txt,.tsv"
              required
              aria-invalid={problem ? true : undefined}
              aria-describedby={problem ? 'sheet-error sheet-help' : 'sheet-help'}
            />
          </span>
          {problem ? (
            <p className="field-error" id="sheet-error">
              {problem}
            </p>
          ) : null}
          <p className="field-help" id="sheet-help">
            At most 10 MB and 20,000 rows. The first row names the columns.
          </p>
        </div>
        <FieldRow of={kinds.includes('subpoenas') ? 3 : 2}>
          <Select
            name="kind"
            label="What it lists"
            value={kinds.includes(asked.kind) ? asked.kind : kinds[0]}
            options={kinds.map((kind) => ({ value: kind, label: labelOf('importKinds', kind) }))}
          />
          <Select name="dates" label="Days in figures" value={asked.dates} options={orders} />
          {kinds.includes('subpoenas') ? (
            <Select
              name="serviceMethod"
              label="Served, where it does not say how"
              value={asked.serviceMethod}
              options={kindOptions('serviceMethods')}
            />
          ) : null}
        </FieldRow>
      </div>
      <p className="buttons mt-4">
        <Button look="filled">Look at it first</Button>
      </p>
    </form>
  )
}
