import type { ReactNode } from 'react'

/** Fields that belong together, under a heading, with a few words at its right. */
export function Fieldset({
  legend,
  aside,
  children,
}: {
  legend: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <fieldset className="fieldset ruled">
      <legend>
        {legend}
        {aside ? <span>{aside}</span> : null}
      </legend>
      <div>{children}</div>
    </fieldset>
  )
}

const columns = { 1: 'fields', 2: 'fields two', 3: 'fields three', 4: 'fields four' } as const

/** Fields side by side; under one another on a telephone. */
export function FieldRow({ of = 2, children }: { of?: 1 | 2 | 3 | 4; children: ReactNode }) {
  return <div className={columns[of]}>{children}</div>
}
