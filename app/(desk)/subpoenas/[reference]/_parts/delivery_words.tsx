import type { GlyphName, Tone } from '#app/_ui/glyph.tsx'
import { Mark } from '#app/_ui/states.tsx'
import { DateText, InstantText } from '#app/_ui/values.tsx'
import type { NoticeLine } from '#db/queries/notices.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Delivery } from '#lib/notice/delivery.ts'

type Look = { readonly glyph: GlyphName; readonly words: string; readonly tone?: Tone }

const looks: Record<Delivery, Look> = {
  waiting: { glyph: 'ring', words: 'E-mail waits to be sent' },
  'to-post': { glyph: 'envelope', words: 'Letter to be posted', tone: 'ochre' },
  arrived: { glyph: 'tick', words: 'E-mail' },
  posted: { glyph: 'envelope', words: 'Letter posted' },
  failed: { glyph: 'bent-arrow', words: 'Did not arrive', tone: 'brick' },
  unsure: { glyph: 'triangle', words: 'Nobody knows whether it arrived', tone: 'ochre' },
  written: { glyph: 'pencil', words: 'Written to a file, not delivered', tone: 'ochre' },
  withdrawn: { glyph: 'barred-circle', words: 'Called back' },
}

/** How far a notice came, as a mark and words. */
export function DeliveryMark({ notice }: { notice: Pick<NoticeLine, 'delivery' | 'channel'> }) {
  const { glyph, words, tone } = looks[notice.delivery]
  const bounced = notice.delivery === 'failed'
  const said = bounced ? (notice.channel === 'post' ? 'Letter came back' : 'E-mail bounced') : words
  return <Mark glyph={glyph} words={said} tone={tone} wraps />
}

type When = { notice: NoticeLine; today: CalendarDate; zone: string }

/** When it went, and from when it counts. */
export function DeliveryWhen({ notice, today, zone }: When) {
  const { delivery, postedOn, effectiveOn, mail, at, failedAt } = notice
  if (delivery === 'to-post' && postedOn) {
    return (
      <>
        for <DateText date={postedOn} today={today} />
      </>
    )
  }
  if (delivery === 'posted' && postedOn && effectiveOn) {
    return (
      <>
        <DateText date={postedOn} today={today} />, counts from <DateText date={effectiveOn} today={today} />
      </>
    )
  }
  if (delivery === 'failed') return failedAt ? <InstantText at={failedAt} zone={zone} today={today} /> : null
  if (delivery === 'arrived' && mail?.sentAt) {
    return <InstantText at={mail.sentAt} zone={zone} today={today} />
  }
  if (delivery === 'arrived' && effectiveOn) {
    return (
      <>
        delivered <DateText date={effectiveOn} today={today} />
      </>
    )
  }
  return <InstantText at={at} zone={zone} today={today} />
}
