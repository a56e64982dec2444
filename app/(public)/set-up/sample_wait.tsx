'use client'
import { useFormStatus } from 'react-dom'

/** Said while the sample is played: a press that shows nothing for a minute looks like one that did nothing. */
export function SampleWait() {
  const { pending } = useFormStatus()
  return (
    <p role="status" className="second">
      {pending ? 'The sample is being played, day by day. This takes about a minute.' : null}
    </p>
  )
}
