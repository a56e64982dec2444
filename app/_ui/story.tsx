import type { ReactNode } from 'react'
import { Glyph, type GlyphName } from './glyph.tsx'

export type StoryEntry = {
  readonly key: string | number
  readonly glyph: GlyphName
  readonly words: ReactNode
  readonly under?: ReactNode
  readonly when: ReactNode
  /** Not happened yet: it stands below the line of today. */
  readonly ahead?: boolean
}

/** What happened, in order, and what is to come below the line of today. */
export function Story({ entries, todayWords }: { entries: readonly StoryEntry[]; todayWords?: string }) {
  const firstAhead = entries.findIndex((entry) => entry.ahead)
  return (
    <ol className="story">
      {entries.flatMap((entry, index) => [
        ...(todayWords && index === firstAhead
          ? [
              <li key="today" className="story-today">
                {todayWords}
              </li>,
            ]
          : []),
        <li key={entry.key} className={entry.ahead ? 'ahead' : undefined}>
          <Glyph name={entry.ahead ? 'ring' : entry.glyph} />
          <div>
            <p>{entry.words}</p>
            {entry.under ? <p className="under">{entry.under}</p> : null}
          </div>
          <span className="when">{entry.when}</span>
        </li>,
      ])}
    </ol>
  )
}
