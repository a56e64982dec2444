import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import { formatLong, formatTime } from '#lib/calendar/format.ts'
import { nextPage, skip, write } from '#lib/documents/flow.ts'
import { type DrawnPaper, type Paper, rule } from '#lib/documents/paper.ts'
import { labelOf } from '#lib/kinds.ts'
import { type Firm, firms } from './firms.ts'
import { body, centred, drawText, outsidePaper, serif, small } from './outside_paper.ts'
import { sampleOffice } from './people.ts'
import type { SampleCase, SamplePaper } from './sample_case.ts'

type Served = {
  readonly given: SampleCase
  readonly caseNumber: string
  readonly receivedOn: CalendarDate
  readonly complianceOn: CalendarDate | null
}

const titles: Partial<Record<SamplePaper['type'], string>> = {
  'search-warrant': 'Search and seizure warrant',
  'grand-jury-subpoena': 'Subpoena to testify before a grand jury',
  'court-order': 'Order to produce records',
  'subp-010': 'Deposition subpoena for production of business records',
  'subp-035': 'Subpoena for production of business records in an action outside California',
  'ao-88a': 'Subpoena to testify at a deposition in a civil action',
}

/** What a paper asks for, in its own words or about the targets it names. */
export function demandOf({ paper, targets }: SampleCase): string {
  if (paper.asks) return paper.asks
  const list = targets.map(([kind, identifier, period], index) => {
    const name = labelOf('targetKinds', kind)
    const word = kind === 'ip-address' ? name : name.toLowerCase()
    return `(${index + 1}) ${word} ${identifier}${period ? `, ${period}` : ''}`
  })
  const whom = targets.length === 1 ? 'the subscriber of' : 'the subscriber of each of the following:'
  return `Documents sufficient to identify (name, address, e-mail, telephone) ${whom} ${list.join('; ')}.`
}

/** Issued three days before it came, as most are. */
export const issuedOn = ({ receivedOn }: Pick<Served, 'receivedOn'>): CalendarDate => addDays(receivedOn, -3)

/** The paper as it was served: like a subpoena for documents, in our own words. */
export function servedPaper(served: Served): DrawnPaper {
  const { given, caseNumber, complianceOn } = served
  const { paper: printed } = given
  const firm: Firm = firms[given.from]
  const words = { court: printed.court, caption: printed.caption, caseNumber, on: issuedOn(served) }
  const title = titles[printed.type] ?? 'Subpoena to produce documents or information in a civil action'
  return outsidePaper(words, title, (paper) => {
    write(
      paper,
      [serif(`To:  ${sampleOffice.name}, ${sampleOffice.department}, ${oneLineOf(sampleOffice.address)}`)],
      body,
    )
    skip(paper, 8)
    write(
      paper,
      [
        { text: 'YOU ARE COMMANDED ', voice: 'serif-bold' },
        serif(
          'to produce at the time, date and place below the following documents or electronically stored information:',
        ),
      ],
      body,
    )
    skip(paper, 6)
    write(paper, [serif(demandOf(given))], body, { x: paper.left + 24 })
    skip(paper, 10)
    drawPlace(paper, firm, complianceOn, printed)
    signature(paper, served, firm)
    nextPage(paper)
    proofOfService(paper, given, caseNumber)
  })
}

function drawPlace(paper: Paper, firm: Firm, on: CalendarDate | null, { compliance }: SamplePaper): void {
  const time = compliance && 'days' in compliance ? compliance.time : undefined
  const when = on ? `${formatLong(on)}${time ? `, ${formatTime(time)}` : ''}` : ''
  rule(paper, { from: paper.left, to: paper.right, y: paper.y })
  skip(paper, 4)
  write(paper, [serif(`Place:  ${firm.name}, ${oneLineOf(firm.address)}`)], body)
  write(paper, [serif(`Date and time:  ${when}`)], body)
  skip(paper, 4)
  rule(paper, { from: paper.left, to: paper.right, y: paper.y })
  skip(paper, 16)
}

function signature(paper: Paper, served: Served, firm: Firm): void {
  const { paper: printed } = served.given
  write(paper, [serif(`Date:  ${formatLong(issuedOn(served))}`)], body)
  skip(paper, 26)
  if (!printed.isUnsigned) {
    const name = { text: firm.attorney, voice: 'serif-italic', size: 15 } as const
    write(paper, [name], { size: 15, lead: 18 }, { x: paper.left + 250 })
  }
  rule(paper, { from: paper.left + 240, to: paper.right, y: paper.y })
  drawText(paper, 'Signature of clerk or attorney', paper.left + 250, paper.y + 12, small)
  skip(paper, 30)
  const bar = firm.bar ? `, ${firm.bar}` : ''
  const party = printed.party ? ` for ${printed.party}` : ''
  write(
    paper,
    [serif(`Issued by ${firm.attorney}${bar}, ${firm.name}${party}, telephone ${firm.phone}.`)],
    small,
  )
}

function proofOfService(paper: Paper, { how }: SampleCase, caseNumber: string): void {
  skip(paper, 20)
  centred(paper, [{ text: 'PROOF OF SERVICE', voice: 'serif-bold' }], { size: 12, lead: 18 })
  skip(paper, 10)
  const way = labelOf('serviceMethods', how).replace(/^\w/, (first) => first.toLowerCase())
  write(
    paper,
    [
      serif(
        `I served this paper${caseNumber ? ` in No. ${caseNumber}` : ''} on ${sampleOffice.name} ${way}. I am over eighteen years old and no party to the action.`,
      ),
    ],
    body,
  )
  skip(paper, 30)
  rule(paper, { from: paper.left + 240, to: paper.right, y: paper.y })
  drawText(paper, 'Server’s signature', paper.left + 250, paper.y + 12, small)
}

const oneLineOf = (text: string): string => text.replaceAll('\n', ', ')
