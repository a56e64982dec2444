import { CheckboxGroup } from '#app/_ui/choices.tsx'
import { roleWords } from '#lib/access/roles.ts'
import { kindsOf, labelOf, type Role } from '#lib/kinds.ts'

/** Any of the roles; one person may hold several. */
export function RoleChoice({ values }: { values?: readonly Role[] }) {
  return (
    <CheckboxGroup
      name="roles"
      label="Roles"
      values={values}
      options={kindsOf('roles').map((role) => ({
        value: role,
        label: labelOf('roles', role),
        help: roleWords[role],
      }))}
      help="One person may hold several. Where two people are needed, two roles of one person do not do."
    />
  )
}
