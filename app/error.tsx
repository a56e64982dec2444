'use client'
import { PublicFrame } from '#app/_ui/public_frame.tsx'

/** Something broke. It says nothing of what: the log has it, under the same number. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <PublicFrame
      title="Something broke on our side"
      lead="Nothing was saved by this step. What was saved before it is safe."
    >
      <p className="flex flex-wrap items-center gap-3">
        <button type="button" className="button filled" onClick={reset}>
          Try again
        </button>
        <a className="button" href="/">
          Go to Today
        </a>
      </p>
      {error.digest ? (
        <p className="second">If it stays, tell your administrator the number {error.digest}.</p>
      ) : null}
    </PublicFrame>
  )
}
