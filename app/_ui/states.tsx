import type { ReactNode } from 'react'
import { Glyph, type GlyphName, type Tone } from './glyph.tsx'

/** A state in a line: its shape, its words, and last its colour. */
export function Mark(props: {
  glyph: GlyphName
  words: ReactNode
  tone?: Tone
  bold?: boolean
  wraps?: boolean
}) {
  const { glyph, words, tone, bold, wraps } = props
  const className = ['mark', tone, bold && 'bold', wraps && 'wraps'].filter(Boolean).join(' ')
  return (
    <span className={className}>
      <Glyph name={glyph} />
      {words}
    </span>
  )
}

const badges = {
  'on-hold': { glyph: 'half-disc', className: 'accent' },
  'part-paid': { glyph: 'half-disc', className: 'accent' },
  stayed: { glyph: 'bars', className: 'inverted' },
  late: { glyph: 'triangle', className: 'late' },
  blocked: { glyph: 'barred-circle', className: 'brick' },
  today: { glyph: 'dot', className: 'ochre' },
  'not-yet': { glyph: 'ring', className: '' },
  done: { glyph: 'tick', className: '' },
  returned: { glyph: 'bent-arrow', className: 'brick' },
} as const satisfies Record<string, { glyph: GlyphName; className: string }>

export type BadgeState = keyof typeof badges

/** Rare: only where a state stands in the place of a date. */
export function Badge({ state, children }: { state: BadgeState; children: ReactNode }) {
  const { glyph, className } = badges[state]
  return (
    <span className={`badge ${className}`}>
      <Glyph name={glyph} />
      {children}
    </span>
  )
}

/** A lane's letter, as on the frame around it on the paper. */
export function LaneLetter({ letter }: { letter: string }) {
  return <span className="lane-letter">{letter}</span>
}
