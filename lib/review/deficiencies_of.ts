import type { DeficiencyCode } from '#lib/subpoena/deficiencies.ts'
import type { CheckItem } from './checklist.ts'

/** What is usually wrong with a paper that failed an item of the checklist. */
const usual: Record<CheckItem, DeficiencyCode> = {
  signature: 'no-signature',
  court: 'no-court',
  'case-number': 'no-case-number',
  'our-name': 'wrong-entity',
  'date-not-too-early': 'date-too-early',
  'identifies-account': 'insufficient-identifier',
  'no-content': 'content-barred',
  domesticated: 'not-domesticated',
  'consumer-notice': 'consumer-notice-missing',
  service: 'service-method',
}

/** The deficiencies that a letter begins with, from the items that a person judged failed. */
export function deficienciesOf(failed: readonly CheckItem[]): DeficiencyCode[] {
  return failed.map((item) => usual[item])
}
