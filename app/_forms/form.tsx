import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { keptValues } from '#app/_auth/kept_form.ts'
import type { FormAction } from './action.ts'
import { CommandForm } from './command_form.tsx'
import { VersionField } from './version_field.tsx'

/**
 * A form of one command. Its submission id makes a double click, a retry or two tabs do the thing once.
 *
 * @param hidden Fields that the page knows: the reference, the version that the editor saw.
 */
export async function Form(props: {
  action: FormAction
  hidden?: Readonly<Record<string, string | number>>
  children: ReactNode
}) {
  const kept = await keptValues(props.action.command)
  return (
    <CommandForm action={props.action} kept={kept}>
      <input type="hidden" name="submission" value={randomUUID()} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) =>
        name === 'version' ? (
          <VersionField key={name} version={Number(value)} />
        ) : (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      {props.children}
    </CommandForm>
  )
}
