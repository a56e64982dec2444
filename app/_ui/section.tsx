import { type ReactNode, useId } from 'react'

/** A named part of a page of words and forms, under a hairline. */
export function Section({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-t border-line pt-4">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      {lead ? <p className="second mt-0.5 max-w-prose">{lead}</p> : null}
      <div className="mt-3">{children}</div>
    </section>
  )
}
