import { kindOptions } from '#app/_forms/kind_options.ts'
import { Fieldset } from '#app/_ui/fieldset.tsx'
import { Input, Select } from '#app/_ui/inputs.tsx'
import type { particularsOf } from '#db/queries/particulars.ts'
import { targetLetter } from '#lib/subpoena/target.ts'
import { TargetRow } from '../../_parts/target_rows.tsx'

type Targets = NonNullable<Awaited<ReturnType<typeof particularsOf>>>['targets']

/** The targets on file. One that somebody looked for is shown and not changed. */
export function CorrectedTargets({ targets }: { targets: Targets }) {
  const kinds = kindOptions('targetKinds')
  return (
    <Fieldset legend="Targets" aside="those that somebody looked for stay as they are">
      <div className="fields">
        {targets.map(({ number, kind, identifier, period, isResolved }, index) => {
          const letter = targetLetter(number)
          const name = `corrected.${index}`
          const state = isResolved ? 'frozen' : undefined
          return (
            <TargetRow key={number} letter={letter}>
              <input type="hidden" name={`${name}.number`} value={number} />
              <Select
                name={`${name}.kind`}
                label={`Kind of ${letter}`}
                options={isResolved ? kinds.filter(({ value }) => value === kind) : kinds}
                value={kind}
              />
              <Input
                name={`${name}.identifier`}
                label={`Identifier of ${letter}`}
                value={identifier}
                state={state}
              />
              <Input
                name={`${name}.period`}
                label={`Time asked about, ${letter}`}
                value={period}
                state={state}
              />
            </TargetRow>
          )
        })}
      </div>
    </Fieldset>
  )
}
