import { Cleared } from '#app/_ui/rows.tsx'
import { Mark } from '#app/_ui/states.tsx'
import type { TodayPage } from '#db/queries/today.ts'
import { shortOf } from '#lib/today/fortnight.ts'

const most = 12

/** What is off the list since the evening before, so that the list is seen to empty. */
export function ClearedFoot({ page: { cleared, today } }: { page: TodayPage }) {
  const { things } = cleared
  if (things.length === 0) return null
  const rest = things.length - most
  return (
    <Cleared>
      {[
        ...things.slice(0, most).map(({ sequence, reference, href, words }) => (
          <Mark
            key={sequence}
            glyph="tick"
            words={
              <>
                <a href={href} className="quiet">
                  {shortOf(reference, today)}
                </a>{' '}
                {words}
              </>
            }
          />
        )),
        ...(rest > 0
          ? [
              <a key="rest" href="/history">
                and {rest} more
              </a>,
            ]
          : []),
      ]}
    </Cleared>
  )
}
