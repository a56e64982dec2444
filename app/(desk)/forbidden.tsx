import type { Metadata } from 'next'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'

export const metadata: Metadata = { title: 'Not for your role' }

/** Shown in the frame, with status 403, where a query says that its actor may not ask. */
export default function NotForYourRole() {
  return (
    <>
      <PageHead title="This is not for your role" under="Nothing is broken, and nothing was changed." />
      <PageBody>
        <p className="max-w-prose">
          Each role sees what its work needs and no more. If yours needs this page, ask an administrator for
          the role that it belongs to. <a href="/today">Go to Today</a>.
        </p>
      </PageBody>
    </>
  )
}
