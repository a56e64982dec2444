import { CheckboxGroup } from '#app/_ui/choices.tsx'
import type { TargetLine } from '#db/queries/case_head.ts'
import { labelOf } from '#lib/kinds.ts'

/** The targets of a subpoena to choose from, by letter, identifier and subscriber's number. */
export function TargetChoice(props: {
  targets: readonly TargetLine[]
  chosen?: readonly number[]
  label?: string
  help?: string
}) {
  const { targets, chosen, label = 'Targets', help } = props
  const only = targets.length === 1 ? targets[0]?.number : undefined
  return (
    <CheckboxGroup
      name="targets"
      label={label}
      help={help}
      values={(chosen ?? (only ? [only] : [])).map(String)}
      options={targets.map((target) => ({ value: String(target.number), label: targetWords(target) }))}
    />
  )
}

/** "A: Fax 1-323-555-0142, October 2025 (U-00007)". */
function targetWords({ letter, kind, identifier, period, subscriber, noneFound }: TargetLine): string {
  const who = subscriber ? ` (${subscriber})` : noneFound ? ' (no subscriber)' : ''
  return `${letter}: ${labelOf('targetKinds', kind)} ${identifier}${period ? `, ${period}` : ''}${who}`
}
