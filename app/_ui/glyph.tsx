import type { ReactNode } from 'react'

/** Sixteen by sixteen, drawn in the current colour. A glyph never stands without a word beside it. */
const drawings = {
  tick: <path d="M2.5 8.5 6 12l7.5-8" className="stroke" />,
  ring: <circle cx="8" cy="8" r="5" className="stroke" />,
  'half-disc': (
    <>
      <circle cx="8" cy="8" r="6" className="stroke" />
      <path d="M8 2a6 6 0 0 0 0 12z" />
    </>
  ),
  bars: <path d="M4 3h2.5v10H4zM9.5 3H12v10H9.5z" />,
  triangle: (
    <>
      <path d="M8 1.5 15 14H1z" />
      <path d="M8 6v4M8 11.2v1.3" className="counter" />
    </>
  ),
  dot: <circle cx="8" cy="8" r="4" />,
  'barred-circle': (
    <>
      <circle cx="8" cy="8" r="6" className="stroke" />
      <path d="M4.5 8h7" className="stroke" />
    </>
  ),
  'bent-arrow': <path d="M5.5 3 2.5 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H7" className="stroke" />,
  envelope: (
    <>
      <path d="M1.75 3.75h12.5v8.5H1.75z" className="stroke" />
      <path d="m2 4.5 6 4.5 6-4.5" className="stroke" />
    </>
  ),
  flag: <path d="M3.75 14.5V2.25h9L10.5 5.5l2.25 3.25h-9" className="stroke" />,
  diamond: <path d="M8 1.5 14.5 8 8 14.5 1.5 8z" />,
  door: <path d="M9.5 12.6A5.5 5.5 0 1 1 9.5 3.4M7 8h7.5M12 5.5 14.5 8 12 10.5" className="stroke" />,
  check: (
    <>
      <path d="M1.75 3.75h12.5v8.5H1.75z" className="stroke" />
      <path d="M4 9.75h4" className="stroke" />
    </>
  ),
  pencil: <path d="m2.75 13.25.75-3.25 7-7 2.5 2.5-7 7zM9 4.5 11.5 7" className="stroke" />,
  lines: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h7" className="stroke" />,
  down: <path d="m3.5 6 4.5 4.5L12.5 6" className="stroke" />,
  paper: <path d="M3.75 1.75h6l2.5 2.5v10h-8.5zM9.5 2v2.75h2.75" className="stroke" />,
} satisfies Record<string, ReactNode>

export type GlyphName = keyof typeof drawings

/** @param label Only where no word stands beside it; without one it is hidden from a screen reader. */
export function Glyph({ name, tone, label }: { name: GlyphName; tone?: Tone; label?: string }) {
  const className = tone ? `glyph ${tone}` : 'glyph'
  if (label) {
    return (
      <svg className={className} viewBox="0 0 16 16" role="img" aria-label={label}>
        {drawings[name]}
      </svg>
    )
  }
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true">
      {drawings[name]}
    </svg>
  )
}

/** Colour comes last: each of these also has its shape and its words. */
export type Tone = 'ink' | 'second' | 'third' | 'accent' | 'brick' | 'ochre'
