import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Pane, PaneBody, Panes } from '#app/_ui/panes.tsx'
import { judgeChecks } from '#db/commands/review/check.ts'
import { reviewOf } from '#db/queries/review.ts'
import { isPermitted } from '#lib/access/actor.ts'
import { againstJudging } from '#lib/review/acceptance.ts'
import { Particulars } from '../_parts/particulars.tsx'
import { CheckedList } from './checked_list.tsx'
import { Checklist } from './checklist.tsx'
import { Decide } from './decide.tsx'

type Asked = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Judge ${(await params).reference}` }
}

export default async function ReviewPage({ params }: Asked) {
  const actor = await signedIn()
  const { reference } = await params
  const review = await reviewOf(actor, reference)
  if (!review) notFound()
  const mayJudge =
    isPermitted(actor, judgeChecks.may) && !againstJudging({ ...review.facts, governmental: false })
  return (
    <>
      <PageHead
        crumbs={[
          { label: 'Subpoenas', href: '/subpoenas' },
          { label: reference, href: `/subpoenas/${reference}` },
        ]}
        title="Judge the paper"
        under="Each item is passed, failed or not applicable, by whom and when. Counsel then decides."
        ruled
      />
      <Panes layout="data-rail">
        <Pane kind="rail">
          <Particulars actor={actor} reference={reference} />
        </Pane>
        <Pane kind="data">
          <PaneBody>
            {mayJudge ? <Checklist review={review} /> : <CheckedList review={review} />}
            <Decide review={review} actor={actor} />
            <p className="mt-6">
              <a href={`/subpoenas/${reference}`}>Back to {reference}</a>
            </p>
          </PaneBody>
        </Pane>
      </Panes>
    </>
  )
}
