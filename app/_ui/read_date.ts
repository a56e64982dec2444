/**
 * Reading a day or a time as a clerk types it. The screen imports this, so it carries no calendar library; the rules
 * stay with lib/calendar.
 */
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * "YYYY-MM-DD" of "2026-02-09", "2/9/2026", "2/9", "9 Feb 2026", "Mon 9 Feb", "February 9, 2026", "today" or "+3".
 * Null when the words name no day, or one that does not exist. Figures are read month first, as the courts write them.
 *
 * @param today For words without a year (the nearest such day is meant), "today" and "+3".
 */
export function readDate(words: string, today?: string): string | null {
  const text = words.trim().toLowerCase().replace(/[.,]/g, ' ').replace(/\s+/g, ' ')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const days = text === 'today' ? 0 : text === 'tomorrow' ? 1 : text === 'yesterday' ? -1 : countOf(text)
  if (days !== null) return today === undefined ? null : shifted(today, days)
  const figures = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$/.exec(text)
  if (figures) return nearest(Number(figures[1]), Number(figures[2]), figures[3], today)
  const named =
    /^(?:[a-z]{2,9} )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})(?: (\d{4}))?$/.exec(text) ??
    swapped(/^(?:[a-z]{2,9} )?([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(text))
  if (!named) return null
  return nearest(monthNamed(named[2] ?? ''), Number(named[1]), named[3], today)
}

/** "Mon 9 Feb 2026" of "2026-02-09"; null unless it is a real day. */
export function writeDate(date: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!iso || real(Number(iso[1]), Number(iso[2]), Number(iso[3])) === null) return null
  const day = new Date(`${date}T00:00:00Z`)
  return `${weekdays[day.getUTCDay()]} ${day.getUTCDate()} ${months[day.getUTCMonth()]} ${iso[1]}`
}

/** "17:00" of "5 pm", "5:00pm", "17:00", "1700", "noon". Null when the words name no time of day. */
export function readTime(words: string): string | null {
  const text = words.trim().toLowerCase().replace(/[.\s]/g, '')
  if (text === 'noon') return '12:00'
  const found = /^(\d{1,2}):?(\d{2})?(am|pm|a|p)?$/.exec(text)
  if (!found) return null
  const [, hours, minutes, half] = found
  // A bare figure below ten could be morning or afternoon: it is not guessed.
  if (minutes === undefined && half === undefined) return null
  const hour = Number(hours)
  if (Number(minutes ?? 0) > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return null
  const full = half === undefined ? hour : (hour % 12) + (half.startsWith('p') ? 12 : 0)
  return `${String(full).padStart(2, '0')}:${minutes ?? '00'}`
}

/** "5:00 pm" of "17:00"; null unless it is a time of day. */
export function writeTime(time: string): string | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (!found) return null
  const hour = Number(found[1])
  return `${hour % 12 || 12}:${found[2]} ${hour < 12 ? 'am' : 'pm'}`
}

function countOf(text: string): number | null {
  const found = /^([+-])(\d{1,3})$/.exec(text)
  return found ? Number(`${found[1]}${found[2]}`) : null
}

function monthNamed(name: string): number {
  return months.findIndex((month) => name.startsWith(month.toLowerCase())) + 1
}

function swapped(found: RegExpExecArray | null): string[] | null {
  return found && ['', found[2] ?? '', found[1] ?? '', ...(found[3] ? [found[3]] : [])]
}

function real(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}

function shifted(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Without a year, the one that brings the day nearest to today: "12/30" in January is last December. */
function nearest(month: number, day: number, year: string | undefined, today?: string): string | null {
  if (year !== undefined) return real(Number(year) + (year.length === 2 ? 2000 : 0), month, day)
  if (today === undefined) return null
  const now = Date.parse(`${today}T00:00:00Z`)
  const thisYear = Number(today.slice(0, 4))
  const dates = [thisYear - 1, thisYear, thisYear + 1].flatMap(
    (candidate) => real(candidate, month, day) ?? [],
  )
  const away = (date: string) => Math.abs(Date.parse(`${date}T00:00:00Z`) - now)
  return dates.sort((a, b) => away(a) - away(b))[0] ?? null
}
