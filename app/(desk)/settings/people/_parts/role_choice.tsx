import { CheckboxGroup } from '#app/_ui/choices.tsx'
import { kindsOf, labelOf, type Role } from '#lib/kinds.ts'

const may: Record<Role, string> = {
  intake: 'Logs subpoenas, sends notices, takes objections in.',
  custodian: 'Finds subscribers and records, prepares and releases productions. Sees who a subscriber is.',
  counsel: 'Judges papers and objections, waives, approves. Sees who a subscriber is.',
  billing: 'Invoices and payments. Sees no subscriber, no target, no paper.',
  administrator: 'Settings and people. Sees no case.',
  auditor: 'Reads everything and changes nothing.',
}

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
        help: may[role],
      }))}
      help="One person may hold several. Where two people are needed, two roles of one person do not do."
    />
  )
}
