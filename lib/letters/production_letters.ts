import type { CalendarDate } from '#lib/calendar/date.ts'
import { longDay } from './dates.ts'
import { shortTerm } from './english.ts'
import { type Block, heading, type Letter, paragraph, row } from './letter.ts'
import { type ToRequester, toRequester } from './requester.ts'

/** What is handed over for one target, in the words of the paper that asked: "Fax 1-818-555-0163". */
export type Answered = { readonly target: string; readonly what: string }
/** A target that is not answered now, and why, without saying who or whether anyone is behind it. */
export type Withheld = { readonly target: string; readonly why: string }

export type ProductionFacts = ToRequester & {
  readonly productionNumber: number
  readonly answered: readonly Answered[]
  readonly withheld: readonly Withheld[]
  readonly pages: number
  /** First and last Bates number; null when nothing is numbered. */
  readonly bates: { readonly first: string; readonly last: string } | null
  /** What goes along, with the SHA-256 of each file. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  /** "FedEx 8817 0042 1190", "by fax"; empty: not said. */
  readonly sentBy: string
  readonly declarationEnclosed: boolean
}

/** The letter that goes with the documents. Sent at the release and not before it. */
export function productionCoverLetter(facts: ProductionFacts): Letter {
  const { paper, answered, withheld, pages, bates, files, sentBy, declarationEnclosed } = facts
  const term = shortTerm(paper.processType)
  return toRequester(facts, {
    name: 'cover letter',
    subject: `Our answer to the ${term}`,
    title: `Our answer to the ${term}.`,
    blocks: [
      paragraph(
        `We enclose what we produce in answer to the ${term} named above${declarationEnclosed ? ', with the declaration of the custodian of records' : ''}.`,
      ),
      {
        kind: 'rows',
        rows: [
          ...row('Production', String(facts.productionNumber)),
          ...row('Pages', pages.toLocaleString('en-US')),
          ...row('Numbered', bates ? `${bates.first} to ${bates.last}` : ''),
          ...row('Sent by', sentBy),
        ],
      },
      heading('What is answered'),
      points(answered.map(({ target, what }) => ({ title: target, words: what }))),
      ...(withheld.length > 0
        ? [
            heading('What is not answered with it'),
            points(withheld.map(({ target, why }) => ({ title: target, words: why }))),
          ]
        : []),
      ...(files.length > 0
        ? [
            heading('Files and their SHA-256'),
            points(files.map(({ name, sha256 }) => ({ title: name, words: sha256 }))),
          ]
        : []),
      paragraph(
        'No contents of communications are produced. We reserve all objections, and waive none by this answer.',
      ),
    ],
  })
}

export type NoRecordsFacts = ToRequester & {
  /** The targets searched for, in the words of the paper. */
  readonly targets: readonly string[]
  /** Systems, identifiers, range and zone that were searched, in sentences. */
  readonly searched: string
  readonly searchedBy: string
  readonly searchedOn: CalendarDate | null
  /** What could no longer be found: how long records are kept, or where a number went; empty: not said. */
  readonly gap: string
}

/**
 * Says that a search found nothing, and describes the search, since a bare "none found" is not enough. It is an answer,
 * and goes out as one.
 */
export function noRecordsLetter(facts: NoRecordsFacts): Letter {
  const { paper, targets, searched, searchedBy, searchedOn, gap } = facts
  return toRequester(facts, {
    name: 'no-records letter',
    subject: 'We have no records to produce',
    title: 'We have no records to produce.',
    blocks: [
      paragraph(
        `We searched for what the ${shortTerm(paper.processType)} named above asks about, and found no record.`,
      ),
      {
        kind: 'rows',
        rows: [
          ...row('Asked about', ...targets),
          ...row('Searched', searched),
          ...row('By', searchedBy),
          ...row('On', searchedOn ? longDay(searchedOn, 'en') : ''),
        ],
      },
      ...(gap ? [paragraph(gap)] : []),
      paragraph(
        'If the paper has a digit, a date or a time zone that should read otherwise, please serve an amended one. We reserve all objections.',
      ),
    ],
  })
}

export type DeclarationFacts = ToRequester & {
  readonly custodian: string
  /** "Custodian of Records". */
  readonly custodianTitle: string
  /** What is produced, by description; empty: none. */
  readonly records: readonly string[]
  /** Whether that is all that was asked for. */
  readonly whole: boolean
  readonly pages: number
  readonly bates: { readonly first: string; readonly last: string } | null
  /** How the copies were made, as a sentence. */
  readonly prepared: string
  /** The form of oath: of California (Evid. Code § 1561), or federal (28 U.S.C. § 1746, Fed. R. Evid. 902(11)). */
  readonly form: 'california' | 'federal'
}

/** The custodian's declaration, for that person to read, correct, date and sign; nobody signs by pressing a button. */
export function custodianDeclaration(facts: DeclarationFacts): Letter {
  const { office, custodian, custodianTitle, records, pages, bates, prepared, form } = facts
  const letter = toRequester(facts, {
    name: 'declaration',
    subject: 'Declaration of the custodian of records',
    title: 'Declaration of the custodian of records',
    blocks: [
      paragraph(`I, ${custodian}, declare:`),
      {
        kind: 'steps',
        items: [
          `I am the ${custodianTitle} of ${office.name}, or another qualified witness, and have authority to certify its records.`,
          records.length > 0
            ? `The ${pages === 1 ? 'enclosed page' : `${pages.toLocaleString('en-US')} enclosed pages`}${bates ? `, numbered ${bates.first} to ${bates.last},` : ''} ` +
              `${pages === 1 ? 'is' : 'are'} a true copy of ` +
              (facts.whole
                ? 'all the records described in the paper named above that we may produce.'
                : 'part of the records described in the paper named above; we have, or may produce, no more of them.')
            : 'We have none of the records described in the paper named above.',
          ...(records.length > 0 ? recordkeeping : []),
          ...(prepared ? [prepared] : []),
        ],
      },
      ...(records.length > 0
        ? [heading('The records'), points(records.map((words) => ({ title: '', words })))]
        : []),
      paragraph(oaths[form]),
      { kind: 'sign', lines: ['Date and place', `${custodian}, ${custodianTitle}`] },
    ],
  })
  return { ...letter, greeting: '', closing: '' }
}

const recordkeeping = [
  'The records were made at or near the time of what they record, by, or from information transmitted by, someone with knowledge of it.',
  'They were prepared and kept by our personnel in the ordinary course of business, and making them was a regular practice of that activity.',
]

const oaths = {
  california:
    'I declare under penalty of perjury under the laws of the State of California that the foregoing is true and correct.',
  federal:
    'I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct.',
}

function points(items: readonly { title: string; words: string }[]): Block {
  return { kind: 'points', items }
}
