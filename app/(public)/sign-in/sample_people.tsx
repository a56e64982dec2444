import type { FormAction } from '#app/_forms/action.ts'
import { CommandForm } from '#app/_forms/command_form.tsx'
import { roleWords } from '#lib/access/roles.ts'
import { labelOf, type Role } from '#lib/kinds.ts'

/** The people of the sample office, each a button in one form. */
export function SamplePeople(props: {
  people: readonly { name: string; roles: readonly Role[] }[]
  then: string
  action: FormAction
}) {
  const { people, then, action } = props
  return (
    <CommandForm action={action}>
      <input type="hidden" name="then" value={then} />
      <ul className="border-t border-line">
        {people.map(({ name, roles }) => (
          <li key={name} className="border-b border-line">
            <button
              type="submit"
              name="person"
              value={name}
              className="block min-h-11 w-full cursor-pointer px-2 py-2 text-left hover:bg-heads"
            >
              <span className="flex items-baseline justify-between gap-4">
                <span className="font-semibold">{name}</span>
                <span className="second">{roles.map((role) => labelOf('roles', role)).join(', ')}</span>
              </span>
              <span className="second text-small">{roles.map((role) => roleWords[role]).join(' ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </CommandForm>
  )
}
