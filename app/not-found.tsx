import type { Metadata } from 'next'
import { PublicFrame } from '#app/_ui/public_frame.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <PublicFrame
      title="There is no such page"
      lead="The address may be mistyped, or the thing is not yours to see."
    >
      <p>
        <a href="/subpoenas">Look for it among the subpoenas</a>, or <a href="/">go to Today</a>.
      </p>
    </PublicFrame>
  )
}
