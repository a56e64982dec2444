import type { Metadata } from 'next'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'

export const metadata: Metadata = { title: 'Not found' }

/** In the frame, for whoever is signed in and follows an address to nothing. */
export default function NotFound() {
  return (
    <>
      <PageHead
        title="There is no such page"
        under="The address may be mistyped, or the thing is not yours to see."
      />
      <PageBody>
        <p>
          <a href="/subpoenas">Look for it among the subpoenas</a>, or <a href="/today">go to Today</a>.
        </p>
      </PageBody>
    </>
  )
}
