import type { ReactNode } from 'react'
import { Caption } from '#app/_ui/caption.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import type { ChargesPage } from '#db/queries/charges.ts'
import { type Actor, caseReaders, isPermitted } from '#lib/access/actor.ts'

/** The page of one act on a subpoena's money: as Step, for those too who may not open the case itself. */
export function MoneyStep(props: {
  actor: Actor
  charges: Pick<ChargesPage, 'reference' | 'caption' | 'court' | 'caseNumber'>
  title: string
  does: ReactNode
  children: ReactNode
}) {
  const { actor, charges, title, does, children } = props
  const { reference, caption, court, caseNumber } = charges
  const seesCase = isPermitted(actor, caseReaders)
  const page = `/subpoenas/${reference}`
  return (
    <>
      <PageHead
        crumbs={[
          seesCase ? { label: 'Subpoenas', href: '/subpoenas' } : { label: 'Invoices', href: '/invoices' },
          { label: reference, href: page },
          ...(caption ? [{ label: <Caption text={caption} /> }] : []),
          ...[court, caseNumber].filter((text) => text !== '').map((label) => ({ label })),
        ]}
        title={title}
        under={does}
        ruled
      />
      <PageBody width="form">
        {children}
        <p className="mt-6">
          <a href={page}>Back to {reference}</a>
        </p>
      </PageBody>
    </>
  )
}
