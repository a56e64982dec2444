import { type CalendarDate, daysBetween } from '#lib/calendar/date.ts'
import { formatLong } from '#lib/calendar/format.ts'
import { type CheckItem, type PaperFacts, suggestions } from './checklist.ts'

export type Warning = {
  /** The field of the paper that it speaks of. */
  readonly field: string
  readonly sentence: string
}

/** The field that each item is read from. */
const fieldOf: Partial<Record<CheckItem, string>> = {
  court: 'court',
  'case-number': 'caseNumber',
  'date-not-too-early': 'complianceOn',
  'identifies-account': 'targets',
  'no-content': 'recordsRequested',
  domesticated: 'issuingState',
  service: 'serviceMethod',
}

/** A paper that lay this many days before it was logged has used up much of our own time. */
const longDays = 5

/**
 * What a person should look at twice in a paper as it was typed. Never a reason not to log it: the clock already runs.
 */
export function warnings(
  facts: PaperFacts & { readonly caption: string; readonly receivedOn: CalendarDate },
  today: CalendarDate,
): Warning[] {
  const found: Warning[] = []
  const { receivedOn, servedOn, complianceOn } = facts
  if (facts.caption.trim() === '') {
    found.push({ field: 'caption', sentence: 'No caption was read from the paper.' })
  }
  for (const [item, suggestion] of Object.entries(suggestions(facts))) {
    const field = fieldOf[item as CheckItem]
    if (suggestion?.result === 'failed' && field) found.push({ field, sentence: suggestion.because })
  }
  if (complianceOn !== null && complianceOn < today && complianceOn >= servedOn) {
    found.push({
      field: 'complianceOn',
      sentence: `The compliance day, ${formatLong(complianceOn)}, has passed.`,
    })
  }
  if (daysBetween(receivedOn, today) > longDays) {
    const days = daysBetween(receivedOn, today)
    found.push({
      field: 'receivedAt',
      sentence: `It was received ${days} days ago: every clock runs from then.`,
    })
  }
  if (daysBetween(servedOn, receivedOn) > longDays) {
    const days = daysBetween(servedOn, receivedOn)
    found.push({
      field: 'servedAt',
      sentence: `It was served ${days} days before it was received: our own time to object runs from service.`,
    })
  }
  return found
}
