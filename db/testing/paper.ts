import type { Actor } from '#lib/access/actor.ts'
import { kindsOf } from '#lib/kinds.ts'
import type { CheckItem } from '#lib/review/checklist.ts'
import { judgeChecks } from '../commands/review/check.ts'
import { logSubpoena } from '../commands/subpoena/log.ts'
import { storeUpload } from '../files.ts'
import { at } from './office.ts'
import { pdfOf } from './upload.ts'

type LogInput = Parameters<typeof logSubpoena>[1]

/** Stores a paper of its own words; returns its hash. */
export async function paperInTest(actor: Actor, words: string): Promise<string> {
  async function* content() {
    yield pdfOf(words)
  }
  const stored = await storeUpload(actor, { name: 'subpoena.pdf', content: content() }, async () => 1)
  if (!stored.ok) throw new Error(stored.refusal.sentence)
  return stored.value.sha256
}

/** A federal documents subpoena of Monday, January 5, 2026, as a clerk would type it. */
export function typedPaper(paper: string, typed: Partial<LogInput> = {}): LogInput {
  return {
    paper,
    paperName: 'subpoena.pdf',
    processType: 'ao-88b',
    serviceMethod: 'personal',
    servedAt: at('2026-01-05 09:30'),
    receivedAt: at('2026-01-05 09:40'),
    court: 'C.D. Cal.',
    county: '',
    issuingState: 'CA',
    caption: 'Larkmoor Dental v. Doe 1',
    caseNumber: '2:26-cv-99011-ABC-DE',
    issuingParty: 'Larkmoor Dental',
    issuingAttorney: 'Theodora Quorn, SBN 999042',
    issuedOn: '2026-01-02',
    complianceOn: '2026-02-06',
    complianceTime: '17:00',
    compliancePlace: 'Oakhurst Tarn LLP, 4120 Harrowgate Street, Los Angeles',
    recordsRequested: 'Documents sufficient to identify the subscriber of the fax number.',
    newRequester: {
      name: 'Oakhurst Tarn LLP',
      address: '4120 Harrowgate Street, Suite 900\nLos Angeles, CA 90010',
      email: 'tquorn@oakhursttarn.example',
    },
    targets: [{ kind: 'fax', identifier: '1-323-555-0142', period: 'October 2025' }],
    ...typed,
  }
}

/** Logs a paper of its own and returns its reference. */
export async function loggedInTest(actor: Actor, typed: Partial<LogInput> = {}): Promise<string> {
  papers += 1
  const paper = await paperInTest(actor, `paper ${papers}`)
  const logged = await logSubpoena(actor, typedPaper(paper, typed))
  if (!logged.ok) throw new Error(`${logged.refusal.sentence} ${JSON.stringify(logged.refusal)}`)
  return logged.value.reference
}
let papers = 0

/** Judges the whole checklist: passed, but for what is said. */
export async function judgedInTest(
  actor: Actor,
  reference: string,
  {
    version = 1,
    ...results
  }: Partial<Record<CheckItem, 'failed' | 'not-applicable'>> & { version?: number } = {},
): Promise<void> {
  const checks = kindsOf('checkItems').map((item) => ({
    item,
    result: results[item] ?? ('passed' as const),
    note: '',
  }))
  const judged = await judgeChecks(actor, { reference, version, checks })
  if (!judged.ok) throw new Error(judged.refusal.sentence)
}
