import type { GlyphName, Tone } from '#app/_ui/glyph.tsx'
import { Mark } from '#app/_ui/states.tsx'
import type { SubpoenaBilling } from '#lib/billing/balance.ts'
import { billingLabels } from '#lib/billing/labels.ts'

const marks: Record<
  Exclude<SubpoenaBilling, 'none'>,
  { readonly glyph: GlyphName; readonly tone?: Tone; readonly bold?: boolean }
> = {
  unbilled: { glyph: 'ring' },
  'awaiting-receipt': { glyph: 'envelope' },
  due: { glyph: 'check' },
  overdue: { glyph: 'triangle', tone: 'brick', bold: true },
  paid: { glyph: 'tick', tone: 'third' },
  'written-off': { glyph: 'barred-circle', tone: 'third' },
}

/** How a subpoena stands with its money, in a list. */
export function BillingMark({ billing }: { billing: SubpoenaBilling }) {
  if (billing === 'none') return <span className="third whitespace-nowrap">{billingLabels.none}</span>
  return <Mark {...marks[billing]} words={billingLabels[billing]} />
}
