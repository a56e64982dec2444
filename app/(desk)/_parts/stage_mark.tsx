import type { GlyphName, Tone } from '#app/_ui/glyph.tsx'
import { Mark } from '#app/_ui/states.tsx'
import { type Stage, stageLabels } from '#lib/subpoena/stage.ts'

const marks: Record<Stage, { readonly glyph: GlyphName; readonly tone?: Tone; readonly bold?: boolean }> = {
  'to-review': { glyph: 'ring' },
  deficient: { glyph: 'bent-arrow' },
  'to-research': { glyph: 'lines' },
  'to-notify': { glyph: 'envelope' },
  'on-hold': { glyph: 'half-disc', tone: 'accent' },
  stayed: { glyph: 'bars' },
  ready: { glyph: 'door', bold: true },
  answered: { glyph: 'tick' },
  closed: { glyph: 'tick', tone: 'third' },
  rejected: { glyph: 'barred-circle', tone: 'third' },
  withdrawn: { glyph: 'bent-arrow', tone: 'third' },
  referred: { glyph: 'barred-circle', tone: 'third' },
}

/** Where a subpoena stands, in a list: shape, words, and last a colour. */
export function StageMark({ stage }: { stage: Stage }) {
  return <Mark {...marks[stage]} words={stageLabels[stage]} />
}
