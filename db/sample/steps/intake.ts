import { addDays } from '#lib/calendar/date.ts'
import { type KindOf, kindsOf } from '#lib/kinds.ts'
import type { CheckResult } from '#lib/review/checklist.ts'
import { addNote } from '../../commands/note.ts'
import { askPreservation, recordPreservationDone } from '../../commands/preservation.ts'
import { judgeChecks } from '../../commands/review/check.ts'
import { assignSubpoena } from '../../commands/subpoena/assign.ts'
import { logSubpoena } from '../../commands/subpoena/log.ts'
import { type Firm, firms } from '../firms.ts'
import { type SamplePerson, samplePeople } from '../people.ts'
import { done, type Play, todayIn, upload } from '../play.ts'
import type { SampleCase, Step } from '../sample_case.ts'
import { demandOf, issuedOn, servedPaper } from '../served_paper.ts'
import { step } from './step.ts'

/** The number as it is printed, with the year in which the paper came. */
export const caseNumberOf = ({ given, receivedOn }: Pick<Play, 'given' | 'receivedOn'>): string =>
  caseNumberFor(given, receivedOn.slice(0, 4))

export function caseNumberFor({ paper }: SampleCase, year: string): string {
  return paper.caseNumber.replace('YYYY', year).replace('YY', year.slice(2))
}

/** Logs the paper as it came, with what is printed on it. */
export const log = (): Step =>
  step('logs it', 'amberley', async (play) => {
    const { given, receivedAt, servedAt, receivedOn, complianceOn, clock, actors, requesters } = play
    clock.notBefore(receivedAt)
    clock.work()
    const { paper: printed, from, how, targets, billTo } = given
    const firm: Firm = firms[from]
    const caseNumber = caseNumberOf(play)
    const drawn = servedPaper({ given, caseNumber, receivedOn, complianceOn })
    const name = how === 'fax' ? `fax-${receivedOn}.pdf` : `scan-${receivedOn}.pdf`
    const paper = await upload(play, 'amberley', { ...drawn, name })
    const compliance = printed.compliance
    const { reference } = await done(
      logSubpoena(actors.amberley, {
        paper,
        serviceMethod: how,
        servedAt,
        receivedAt,
        processType: printed.type,
        court: printed.court,
        county: printed.county ?? '',
        issuingState: printed.state ?? '',
        caption: printed.caption,
        caseNumber,
        issuingParty: printed.party ?? '',
        issuingAttorney: printed.isUnsigned ? '' : signerOf(firm),
        issuedOn: issuedOn(play),
        complianceOn,
        complianceTime: compliance && 'days' in compliance ? (compliance.time ?? null) : null,
        compliancePlace: `${firm.name}\n${firm.address}`,
        recordsRequested: demandOf(given),
        requester: requesters[from],
        billTo: billTo ? requesters[billTo] : null,
        targets: targets.map(([kind, identifier, period = '']) => ({ kind, identifier, period })),
      }),
    )
    play.reference = reference
  })

const signerOf = ({ attorney, bar }: Firm): string => (bar ? `${attorney}, ${bar}` : attorney)

export const assign = (to: SamplePerson): Step =>
  step('assigns it', 'amberley', ({ reference, actors }) =>
    done(assignSubpoena(actors.amberley, { reference, assignee: samplePeople[to].name })),
  )

/** @param logsLostIn Days from today on which logs would be gone. */
export const askSnapshot = (askedOf = 'Operations, fax platform', logsLostIn?: number): Step =>
  step('asks for the snapshot', 'amberley', (play) =>
    done(
      askPreservation(play.actors.amberley, {
        reference: play.reference,
        askedOf,
        logsLostOn: logsLostIn === undefined ? null : addDays(todayIn(play), logsLostIn),
      }),
    ),
  )

export const snapshotMade = (note = 'Account, devices and logs, sealed.'): Step =>
  step('records the snapshot', 'ferrand', ({ reference, actors }) =>
    done(recordPreservationDone(actors.ferrand, { reference, number: 1, note })),
  )

type Item = KindOf<'checkItems'>
type Judged = {
  /** With what is wrong, for each. */
  readonly failed?: Partial<Record<Item, string>>
  /** Only so many of the list. */
  readonly only?: number
}

const federal: readonly string[] = ['ao-88b', 'ao-88a', 'dmca-512h', 'court-order']
const california: readonly Item[] = ['domesticated', 'consumer-notice']

/** Goes through the checklist; what does not apply to a federal paper is said not to. */
export const judge = ({ failed = {}, only }: Judged = {}): Step =>
  step('judges the checklist', 'amberley', async (play) => {
    const { given, reference, version, actors } = play
    const checks = kindsOf('checkItems')
      .slice(0, only)
      .map((item) => ({ item, result: resultOf(given, item, failed), note: failed[item] ?? '' }))
    const judged = await done(judgeChecks(actors.amberley, { reference, version, checks }))
    play.version = judged.version
  })

function resultOf({ paper }: SampleCase, item: Item, failed: Judged['failed'] = {}): CheckResult {
  if (failed[item] !== undefined) return 'failed'
  return federal.includes(paper.type) && california.includes(item) ? 'not-applicable' : 'passed'
}

export const note = (text: string, by: 'amberley' | 'ferrand' | 'halloway' = 'amberley'): Step =>
  step('adds a note', by, ({ reference, actors }) => done(addNote(actors[by], { reference, text })))
