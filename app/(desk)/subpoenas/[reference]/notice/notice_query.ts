import { readDate } from '#app/_ui/read_date.ts'
import { type CalendarDate, parseCalendarDate } from '#lib/calendar/date.ts'
import type { Language } from '#lib/letters/letter.ts'

/** What the address asks to see: for whom, in which language, by which way. Anything unknown is left out. */
export type NoticeQuery = {
  readonly subscriber: string | null
  readonly language: Language | null
  /** The day of posting; null: it goes by e-mail. */
  readonly postedOn: CalendarDate | null
}

type Search = Readonly<Record<string, string | string[] | undefined>>

const one = (value: string | string[] | undefined) => [value].flat()[0]

export function noticeQuery(search: Search, today: CalendarDate): NoticeQuery {
  const [subscriber, language, by, on] = [search.subscriber, search.language, search.by, search.on].map(one)
  return {
    subscriber: subscriber && /^U-\d{5,}$/.test(subscriber) ? subscriber : null,
    language: language === 'en' || language === 'ko' || language === 'sv' ? language : null,
    postedOn: by === 'post' ? (parseCalendarDate(readDate(on ?? '', today) ?? '') ?? today) : null,
  }
}

/** The address of the same page with something changed. */
export function noticeHref(reference: string, query: NoticeQuery, change: Partial<NoticeQuery> = {}): string {
  const { subscriber, language, postedOn } = { ...query, ...change }
  const parts = [
    subscriber && `subscriber=${subscriber}`,
    language && `language=${language}`,
    postedOn && `by=post&on=${postedOn}`,
  ].filter(Boolean)
  return `/subpoenas/${reference}/notice${parts.length > 0 ? `?${parts.join('&')}` : ''}`
}
