import { previousBusinessDay } from '#lib/calendar/business.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { lettersOrCount } from '#lib/clocks/collision.ts'
import { noticeBy } from '#lib/clocks/notice_by.ts'
import { isAccepted } from '#lib/subpoena/facts.ts'
import { type CaseToday, isLive, owedLanes, pageOf } from './case_file.ts'
import { nextEnd } from './hold_tasks.ts'
import { readyTargets } from './production_tasks.ts'
import { type Task, task } from './task.ts'

/** A paper to judge: the checklist first, then counsel. Due when waiting longer would lengthen the hold. */
export function reviewTasks(given: CaseToday): Task[] {
  const { file, facts, calendar } = given
  if (facts.judgement !== null || facts.closed) return []
  const { done, failed, of } = file.checks
  const about = { group: 'review' as const, href: pageOf(file, '/review') }
  if (facts.governmental) {
    return [
      task({
        ...about,
        href: pageOf(file, '/decide/refer'),
        verb: 'Refer it',
        reason: 'a government’s demand is not for this desk',
        dueOn: facts.deemedReceivedOn,
        may: ['counsel'],
      }),
    ]
  }
  const dueOn = noticeBy(facts, calendar).value
  if (done < of) {
    const reason = `${done} of ${of} checks done`
    return [task({ ...about, verb: 'Judge it', reason, dueOn, may: ['intake', 'counsel'] })]
  }
  const reason = failed === 0 ? 'every check is done' : `${failed} of ${of} checks failed`
  return [task({ ...about, verb: 'Decide', reason, dueOn, may: ['counsel'] })]
}

/** Targets whose subscriber nobody has looked for: the notice waits for it. */
export function researchTasks(given: CaseToday): Task[] {
  const { file, facts, calendar, lanes } = given
  if (!isLive(given) || !isAccepted(facts)) return []
  const unknown = lanes.filter(({ state }) => state.lane === 'to-research').map(({ target }) => target.number)
  const [first] = unknown
  if (first === undefined) return []
  return [
    task({
      group: 'research',
      verb: `Find the subscriber of ${lettersOrCount(unknown)}`,
      reason: 'the notice waits for it',
      dueOn: noticeBy(facts, calendar).value,
      href: pageOf(file, `/targets/${first}`),
      may: ['custodian'],
    }),
  ]
}

/** Terms of compensation: acceptance needs them sent, release needs them agreed or waived, notice and hold neither. */
export function termsTasks(given: CaseToday): Task[] {
  const { file, facts, calendar, today } = given
  if (!isLive(given) || facts.governmental || owedLanes(given).length === 0) return []
  const about = { group: 'terms' as const, href: pageOf(file, '/terms') }
  if (facts.terms === null) {
    const reason =
      facts.judgement === null ? 'acceptance waits for them' : 'release waits for their agreement'
    const dueOn = noticeBy(facts, calendar).value
    const href = pageOf(file, '/terms/send')
    return [task({ ...about, href, verb: 'Send the terms', reason, dueOn, may: ['intake', 'counsel'] })]
  }
  if (facts.terms === 'refused') {
    const reason = 'the subpoena still binds us'
    return [
      task({ ...about, verb: 'Decide: terms refused', reason, dueOn: facts.complianceOn, may: ['counsel'] }),
    ]
  }
  if (facts.terms !== 'sent' || facts.judgement === null) return []
  const isOpen = readyTargets(given).length > 0
  const next = nextEnd(given)
  if (!isOpen && !next) return []
  return [
    task({
      ...about,
      verb: 'Ask again for the terms',
      reason:
        isOpen || !next
          ? 'not answered; release waits for them'
          : `not answered; release opens ${formatShort(next.opensOn, today)}`,
      dueOn: isOpen || !next ? facts.complianceOn : next.opensOn,
      fromOn: isOpen || !next ? null : previousBusinessDay(next.endsOn, calendar),
      may: ['intake', 'counsel'],
    }),
  ]
}
