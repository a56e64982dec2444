import type { Option } from '#app/_ui/inputs.tsx'
import { type Family, kindsOf, labelOf } from '#lib/kinds.ts'

/** The kinds of a family as a list to choose from, in the order of the family. */
export function kindOptions(family: Family, except: readonly string[] = []): Option[] {
  return kindsOf(family)
    .filter((kind) => !except.includes(kind))
    .map((kind) => ({ value: kind, label: labelOf(family, kind) }))
}
