import type { ReactNode } from 'react'
import { Glyph, type GlyphName } from './glyph.tsx'

export type StageStep = {
  readonly name: string
  /** Its date, or the lanes that differ. */
  readonly detail?: ReactNode
  readonly state: 'done' | 'now' | 'ahead'
  /** Of the present step; a done one has its tick. */
  readonly glyph?: GlyphName
}

/** The way from received to closed: done steps ticked, the present one underlined. */
export function StageLine({ steps }: { steps: readonly StageStep[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a telephone, so the keyboard must reach it
    <section className="stage-line" aria-label="Stage" tabIndex={0}>
      <ol>
        {steps.map(({ name, detail, state, glyph }) => (
          <li key={name} aria-current={state === 'now' ? 'step' : undefined}>
            {state === 'done' ? <Glyph name="tick" label="done" /> : null}
            {state === 'now' && glyph ? <Glyph name={glyph} /> : null}
            <span>{name}</span>
            {detail ? <span className="detail">{detail}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
