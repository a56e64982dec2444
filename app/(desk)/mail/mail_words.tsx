import type { GlyphName, Tone } from '#app/_ui/glyph.tsx'
import { Mark } from '#app/_ui/states.tsx'
import type { MailLine, MailState } from '#db/queries/mail.ts'
import type { KindOf } from '#lib/kinds.ts'

const looks: Record<MailState, { glyph: GlyphName; words: string; tone?: Tone }> = {
  waiting: { glyph: 'ring', words: 'Waits' },
  sent: { glyph: 'tick', words: 'Sent' },
  written: { glyph: 'pencil', words: 'Written to a file, not delivered', tone: 'ochre' },
  failed: { glyph: 'bent-arrow', words: 'Failed', tone: 'brick' },
  unsure: { glyph: 'triangle', words: 'Nobody knows', tone: 'ochre' },
  withdrawn: { glyph: 'barred-circle', words: 'Set aside' },
}

export function MailMark({ mail }: { mail: Pick<MailLine, 'state' | 'isResent'> }) {
  if (mail.state === 'failed' && mail.isResent)
    return <Mark glyph="bent-arrow" words="Failed, sent again" wraps />
  const { glyph, words, tone } = looks[mail.state]
  return <Mark glyph={glyph} words={words} tone={tone} wraps />
}

const names: Record<KindOf<'mailKinds'>, string> = {
  notice: 'Notice',
  'withdrawal-told': 'Word that it has ended',
  invoice: 'Invoice',
  letter: 'Letter',
  production: 'Production',
  'sign-in': 'Invitation or reset',
}

/** "Notice 3 to U-00007", "Invoice INV-2026-00017 to accounts@…". */
export function mailTitle({ kind, notice, invoice, subscriber, to }: MailLine): string {
  const what = kind === 'notice' && notice !== null ? `Notice ${notice}` : names[kind]
  return `${what}${invoice ? ` ${invoice}` : ''} to ${subscriber ?? to ?? 'a subscriber'}`
}
