import { Fortnight, type FortnightItem, type FortnightKind } from '#app/_ui/fortnight.tsx'
import type { GlyphName } from '#app/_ui/glyph.tsx'
import { Collides } from '#app/_ui/messages.tsx'
import type { TodayPage } from '#db/queries/today.ts'
import { type Clock, type ClockItem, clocks, shortOf } from '#lib/today/fortnight.ts'

const glyphs: Record<Clock, GlyphName> = {
  holds: 'half-disc',
  own: 'flag',
  compliance: 'diamond',
  payments: 'check',
}

/** So many numbers stand in one cell; what is beyond is one link to the list of that day. */
const mostOfADay = 6
const mostCollisions = 3

/** Two weeks of clocks, and the days that cannot both be kept. */
export function Strip({ page }: { page: TodayPage }) {
  const { today, calendar, collisions } = page
  const kinds = [...page.clocks].map(
    ([clock, items]): FortnightKind => ({
      name: clocks[clock],
      glyph: glyphs[clock],
      count: items.length,
      items: shown(clock, items),
    }),
  )
  const more = collisions.length - mostCollisions
  return (
    <div className="strip">
      <Fortnight today={today} kinds={kinds} whyClosed={calendar.whyClosed} />
      {collisions.slice(0, mostCollisions).map(({ reference, words }) => (
        <Collides
          key={reference}
          what={shortOf(reference, today)}
          href={`/subpoenas/${reference}/own-objection`}
        >
          {words}.
        </Collides>
      ))}
      {more > 0 ? (
        <p className="collides">
          <a href="/today?clock=compliance">{more} more collide in these two weeks</a>
        </p>
      ) : null}
    </div>
  )
}

function shown(clock: Clock, items: readonly ClockItem[]): FortnightItem[] {
  const byDay = Map.groupBy(items, ({ on }) => on)
  return [...byDay].flatMap(([on, own]) => {
    if (own.length <= mostOfADay) return own
    const rest = own.length - mostOfADay + 1
    return [
      ...own.slice(0, mostOfADay - 1),
      { on, words: `and ${rest}`, href: `/today?clock=${clock}&on=${on}` },
    ]
  })
}
