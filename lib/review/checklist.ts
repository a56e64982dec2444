import type { CalendarDate } from '#lib/calendar/date.ts'
import { addDays } from '#lib/calendar/date.ts'
import { formatLong } from '#lib/calendar/format.ts'
import { earliestComplianceDate } from '#lib/hold/compliance.ts'
import type { KindOf } from '#lib/kinds.ts'
import type { TypedTarget } from '#lib/subpoena/identifier.ts'
import { targetLetters } from '#lib/subpoena/target.ts'

export type CheckItem = KindOf<'checkItems'>
export type CheckResult = 'passed' | 'failed' | 'not-applicable'

/** What was typed from the paper, as far as the checklist can be read from it. */
export type PaperFacts = {
  readonly processType: KindOf<'processTypes'>
  readonly court: string
  readonly caseNumber: string
  readonly issuingState: string
  readonly issuedOn: CalendarDate | null
  readonly servedOn: CalendarDate
  readonly complianceOn: CalendarDate | null
  readonly recordsRequested: string
  readonly serviceMethod: KindOf<'serviceMethods'>
  readonly targets: readonly (TypedTarget & { readonly number: number })[]
}

export type Suggestion = { readonly result: CheckResult; readonly because: string }

/**
 * What the facts suggest for each item of the checklist. A person judges: an item that only the eye can judge (the
 * signature, our name) has no suggestion, and none of them ever stops a paper from being logged.
 */
export function suggestions(facts: PaperFacts): Partial<Record<CheckItem, Suggestion>> {
  return Object.fromEntries(
    Object.entries({
      court: isPrinted(facts.court, 'court'),
      'case-number': isPrinted(facts.caseNumber, 'case number'),
      'date-not-too-early': complianceDay(facts),
      'identifies-account': identification(facts),
      'no-content': content(facts),
      domesticated: domestication(facts),
      'consumer-notice': consumerNotice(facts),
      service: service(facts),
    }).filter(([, suggestion]) => suggestion !== null),
  )
}

const passed = (because: string): Suggestion => ({ result: 'passed', because })
const failed = (because: string): Suggestion => ({ result: 'failed', because })
const notApplicable = (because: string): Suggestion => ({ result: 'not-applicable', because })

const federal: readonly string[] = ['ao-88b', 'ao-88a', 'dmca-512h']

function isPrinted(text: string, what: string): Suggestion {
  return text.trim() === '' ? failed(`No ${what} was read from the paper.`) : passed(`“${text}”.`)
}

/** Days after service below which a federal subpoena's time is doubtful; our own time to object is as long. */
const reasonableDays = 14

/** Source: Cal. Code Civ. Proc. 2020.410(c); Fed. R. Civ. P. 45(d)(3)(A)(i), "a reasonable time to comply". */
function complianceDay({ processType, complianceOn, issuedOn, servedOn }: PaperFacts): Suggestion {
  if (processType === 'court-order') return notApplicable('An order sets its own day.')
  if (complianceOn === null) return failed('No compliance date was read from the paper.')
  if (complianceOn < servedOn) return failed(`${formatLong(complianceOn)} is before it was served.`)
  if (processType === 'subp-010' || processType === 'subp-035') {
    const lawful = earliestComplianceDate({ issuedOn, servedOn }).value
    if (complianceOn < lawful) {
      return failed(`It may not be before ${formatLong(lawful)} (Code Civ. Proc., § 2020.410(c)).`)
    }
    return passed(`Not before ${formatLong(lawful)} (Code Civ. Proc., § 2020.410(c)).`)
  }
  return complianceOn < addDays(servedOn, reasonableDays)
    ? failed(`${formatLong(complianceOn)} is fewer than ${reasonableDays} days after service.`)
    : passed(`${formatLong(complianceOn)}.`)
}

/** An address on the Internet names an account only with a time and its zone, and behind shared addresses a port. */
function identification({ targets }: PaperFacts): Suggestion {
  if (targets.length === 0) return failed('No target was read from the paper.')
  const lacking = targets.filter((target) => target.kind === 'ip-address' && !hasTimeAndZone(target.period))
  if (lacking.length > 0) {
    return failed(`${whose(lacking)}: an IP address needs a date, a time and a time zone.`)
  }
  return passed(targets.length === 1 ? 'One identifier.' : `${targets.length} identifiers.`)
}

export function hasTimeAndZone(period: string): boolean {
  const time = /\b\d{1,2}:\d{2}/.test(period)
  const zone =
    /\b(?:UTC|GMT|[PMCEAH][SD]?T|AK[SD]T|Pacific|Mountain|Central|Eastern)\b|(?<=\d)Z\b|[+-]\d{2}:?\d{2}\b/i.test(
      period,
    )
  return time && zone
}

const contentWords =
  /\bcontents?\b|\b(?:images?|copies|copy) of (?:\w+ ){0,3}fax|\bfax(?:es)? (?:sent|received|transmitted)|\bvoice ?mails?\b|\bmessages?\b(?! log)|\brecordings?\b|\battachments?\b|\bcommunications\b/i

/** Source: 18 U.S.C. § 2702(a): contents of communications are not divulged to a civil party. */
function content({ recordsRequested }: PaperFacts): Suggestion {
  const found = contentWords.exec(recordsRequested)?.[0]
  if (found) return failed(`It speaks of “${found}”: contents are barred (18 U.S.C. § 2702(a)).`)
  return recordsRequested.trim() === ''
    ? failed('What is asked for was not read from the paper.')
    : passed('No word of contents was found.')
}

const california = /^\s*(?:ca|cal|calif|california)\.?\s*$/i

function domestication({ processType, issuingState }: PaperFacts): Suggestion | null {
  if (federal.includes(processType)) return notApplicable('A federal subpoena is good in every state.')
  if (processType === 'subp-035') return passed('Issued in California for an action elsewhere.')
  if (issuingState.trim() === '') return null
  return california.test(issuingState)
    ? passed('Issued in California.')
    : failed(`Issued in ${issuingState}.`)
}

function consumerNotice({ processType }: PaperFacts): Suggestion | null {
  return federal.includes(processType) || processType === 'court-order'
    ? notApplicable('Only California subpoenas need it (Code Civ. Proc., § 1985.3).')
    : null
}

/** Source: the civil subpoena policy: papers are directed to our street address or our fax. */
function service({ serviceMethod }: PaperFacts): Suggestion {
  if (serviceMethod === 'e-mail') return failed('Our policy names an address and a fax, and no e-mail.')
  if (serviceMethod === 'upstream-referral') return failed('It was served on another company.')
  return passed(serviceMethod === 'fax' ? 'Our policy names our fax.' : 'At an address of ours.')
}

function whose(targets: readonly { readonly number: number }[]): string {
  return targets.length > 8
    ? `${targets.length} targets`
    : targetLetters(targets.map((target) => target.number))
}
