import { addDays, type CalendarDate, earliest, latest } from '#lib/calendar/date.ts'
import { anchor, answer, counted, type Derived, type Step } from '#lib/calendar/derivation.ts'

/**
 * The earliest compliance day that a California deposition subpoena for business records may name.
 *
 * Units:  calendar days, not moved off closed days.
 * Rule:   the later of issue + 20 and service + 15; of service alone where the paper shows no day of issue.
 * Source: Cal. Code Civ. Proc. 2020.410(c).
 */
export function earliestComplianceDate(facts: {
  readonly issuedOn: CalendarDate | null
  readonly servedOn: CalendarDate
}): Derived<CalendarDate> {
  const { issuedOn, servedOn } = facts
  const fromService = addDays(servedOn, 15)
  const fromIssue = issuedOn === null ? null : addDays(issuedOn, 20)
  const on = fromIssue === null ? fromService : latest(fromIssue, fromService)
  const issue: Step[] =
    issuedOn === null || fromIssue === null
      ? []
      : [anchor(issuedOn, 'Issued'), counted(fromIssue, '20 days after issue')]
  return plain('earliest-compliance', 'Cal. Code Civ. Proc. 2020.410(c)', on, [
    ...issue,
    anchor(servedOn, 'Served'),
    counted(fromService, '15 days after service'),
    answer(on, 'The later of them: no earlier day is lawful'),
  ])
}

/**
 * The last day on which the requester may have served the consumer whose records are sought.
 *
 * Units:  calendar days, not moved off closed days; five more when the consumer was served by mail in California.
 * Rule:   at least 10 days before production and at least 5 before the custodian was served.
 * Source: Cal. Code Civ. Proc. 1985.3(b) and 1013.
 */
export function consumerServedBy(facts: {
  readonly productionOn: CalendarDate
  readonly custodianServedOn: CalendarDate
  readonly mailDays: number
}): Derived<CalendarDate> {
  const beforeProduction = addDays(facts.productionOn, -10)
  const beforeCustodian = addDays(facts.custodianServedOn, -5)
  const on = addDays(earliest(beforeProduction, beforeCustodian), -facts.mailDays)
  return plain('consumer-served-by', 'Cal. Code Civ. Proc. 1985.3(b) and 1013', on, [
    anchor(facts.productionOn, 'Production'),
    counted(beforeProduction, '10 days before production'),
    anchor(facts.custodianServedOn, 'We were served'),
    counted(beforeCustodian, '5 days before we were served'),
    answer(
      on,
      facts.mailDays ? `The earlier of them, less ${facts.mailDays} days for mail` : 'The earlier of them',
    ),
  ])
}

/** Whether the hold leaves no day to answer by compliance: then we write to the requester, and never release early. */
export function opensAfterCompliance(
  releaseOpensOn: CalendarDate | null,
  complianceOn: CalendarDate | null,
): boolean {
  return releaseOpensOn !== null && complianceOn !== null && releaseOpensOn > complianceOn
}

function plain(
  rule: string,
  source: string,
  value: CalendarDate,
  steps: readonly Step[],
): Derived<CalendarDate> {
  return { value, derivation: { rule, version: 1, source, calendars: [], steps } }
}
