import { Form } from '#app/_forms/form.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Heading } from '#app/_ui/panes.tsx'
import type { reviewOf } from '#db/queries/review.ts'
import { formatInstant } from '#lib/calendar/format.ts'
import { kindsOf, labelOf } from '#lib/kinds.ts'
import { judgeChecksAction } from './actions.ts'
import { CheckRow } from './check_row.tsx'

export type Review = NonNullable<Awaited<ReturnType<typeof reviewOf>>>

/** The checklist as a form: what the paper suggests stands beside each item, and a person says. */
export function Checklist({ review }: { review: Review }) {
  const { row, checks, suggestions, zone, today } = review
  const items = kindsOf('checkItems')
  // Once all is judged, or where counsel refers it whatever is judged, the next step is another.
  const isDone =
    review.facts.governmental || items.every((item) => checks.some((check) => check.item === item))
  return (
    <Form action={judgeChecksAction} hidden={{ reference: row.reference, version: row.version }}>
      <Heading level={2} aside={`${checks.length} of ${items.length} judged`}>
        Checklist
      </Heading>
      <ul className="check-rows">
        {items.map((item, index) => {
          const known = checks.find((check) => check.item === item)
          return (
            <CheckRow
              key={item}
              index={index}
              item={item}
              label={labelOf('checkItems', item)}
              result={known?.result}
              note={known?.note}
              by={known ? `${known.by}, ${formatInstant(known.at, zone, today)}` : undefined}
              suggestion={suggestions[item]}
            />
          )
        })}
      </ul>
      <p className="buttons">
        <Button look={isDone ? 'outlined' : 'filled'}>Save the checklist</Button>
      </p>
    </Form>
  )
}
