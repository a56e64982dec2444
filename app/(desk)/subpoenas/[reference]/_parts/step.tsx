import type { ReactNode } from 'react'
import { Caption } from '#app/_ui/caption.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import type { SubpoenaRow } from '#db/load.ts'

/**
 * The page of one act on a subpoena: which case it is, what the act does in a sentence, its fields, and the way back.
 *
 * @param does What pressing the button will do.
 */
export function Step(props: {
  subpoena: Pick<SubpoenaRow, 'reference' | 'caption' | 'court' | 'caseNumber'>
  title: string
  does: ReactNode
  width?: 'full' | 'form' | 'text'
  children: ReactNode
}) {
  const { subpoena, title, does, width = 'form', children } = props
  const { reference, caption, court, caseNumber } = subpoena
  return (
    <>
      <PageHead
        crumbs={[
          { label: 'Subpoenas', href: '/subpoenas' },
          { label: reference, href: `/subpoenas/${reference}` },
          ...(caption ? [{ label: <Caption text={caption} /> }] : []),
          ...[court, caseNumber].filter((text) => text !== '').map((label) => ({ label })),
        ]}
        title={title}
        under={does}
        ruled
      />
      <PageBody width={width}>
        {children}
        <p className="mt-6">
          <a href={`/subpoenas/${reference}`}>Back to {reference}</a>
        </p>
      </PageBody>
    </>
  )
}
