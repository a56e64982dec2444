import { describe, expect, test } from 'vitest'
import { publishedSchedule } from '#lib/billing/schedule.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { publishedPolicy } from '#lib/policy/policy.ts'
import { deficiencyCodes } from '#lib/subpoena/deficiencies.ts'
import { deficiencyLetter, rejectionLetter } from './deficiency_letters.ts'
import type { Letter } from './letter.ts'
import { toHtml, toText } from './mail.ts'
import { contentRefusedLetter, objectionReceivedLetter, ownObjectionLetter } from './objection_letters.ts'
import { custodianDeclaration, noRecordsLetter, productionCoverLetter } from './production_letters.ts'
import { saysNothing } from './requester.ts'
import { barePaper, hostileCaption, samplePaper, sampleRequester } from './sample_facts.ts'
import { termsLetter } from './terms_letter.ts'

const day = calendarDate('2026-02-18')
const terms = { schedule: publishedSchedule, policy: publishedPolicy }

/** Every letter that goes out before a release, of the same facts. */
function beforeRelease(facts = sampleRequester): Record<string, Letter> {
  return {
    deficiency: deficiencyLetter({
      ...facts,
      reasons: deficiencyCodes.map((code) => ({ code })),
      answerBy: day,
    }),
    rejection: rejectionLetter({ ...facts, reasons: [{ code: 'wrong-entity' }] }),
    content: contentRefusedLetter(facts),
    objection: objectionReceivedLetter({ ...facts, receivedOn: day }),
    own: ownObjectionLetter({ ...facts, grounds: 'An undue burden.', servedOn: day, extensionTo: day }),
    terms: termsLetter({ ...facts, ...terms }),
  }
}

const bates = { first: 'SD-2026-0042-000001', last: 'SD-2026-0042-000008' }

function afterRelease(facts = sampleRequester): Record<string, Letter> {
  return {
    cover: productionCoverLetter({
      ...facts,
      productionNumber: 1,
      answered: [{ target: 'Fax 1-818-555-0163', what: 'Name and address' }],
      withheld: [{ target: 'Fax 1-818-555-0177', why: 'An objection stands.' }],
      pages: 8,
      bates,
      files: [{ name: 'production.pdf', sha256: 'ab'.repeat(32) }],
      sentBy: 'FedEx 8817 0042 1190',
      declarationEnclosed: true,
    }),
    'no records': noRecordsLetter({
      ...facts,
      targets: ['Fax 1-818-555-0163'],
      searched: 'The subscriber database for that number, Pacific Time.',
      searchedBy: 'Ruth Calloway',
      searchedOn: day,
      gap: 'Logs are kept for six months.',
    }),
    declaration: custodianDeclaration({
      ...facts,
      custodian: 'Ruth Calloway',
      custodianTitle: 'Custodian of Records',
      records: ['Subscriber record'],
      whole: true,
      pages: 8,
      bates,
      prepared: '',
      form: 'california',
    }),
  }
}

describe('what is said to a requester before a release', () => {
  test.each(Object.entries(beforeRelease()))('the %s letter says nothing about an account', (_, letter) => {
    const text = toText(letter)
    expect(text).toContain(saysNothing)
    expect(text.replace(saysNothing, '')).not.toMatch(
      /\b(your subscriber|our (subscriber|customer)|(has|have|holds?) (an|the|no) account|account (exists|was found)|no such)\b/i,
    )
  })

  test('the letter that an objection stands does not say whose it is', () => {
    const text = toText(objectionReceivedLetter({ ...sampleRequester, receivedOn: day }))
    expect(text.replace(saysNothing, '')).not.toMatch(/subscriber|customer|account|identif|target|555/i)
  })

  test('terms are the same words whatever became of the search: they take no fact of it', () => {
    expect(toText(termsLetter({ ...sampleRequester, ...terms }))).not.toMatch(
      /found|identified|our subscriber/i,
    )
  })
})

describe('every letter to a requester', () => {
  const letters = Object.entries({ ...beforeRelease(), ...afterRelease() })

  test.each(letters)('the %s letter names the case and our reference', (_, letter) => {
    const text = toText(letter)
    for (const fact of [
      'Larkmoor Dental v. Doe 1',
      'No. 2:26-cv-99011-ABC-DE',
      'January 28, 2026',
      'S-2026-00042',
    ]) {
      expect(text).toContain(fact)
    }
    expect(letter.subject).toMatch(/^S-2026-00042: /)
  })

  test.each(letters)('the %s letter has no mark of an absent fact', (name) => {
    const bare = { ...sampleRequester, paper: barePaper, contact: '', firm: '' }
    const letter = { ...beforeRelease(bare), ...afterRelease(bare) }[name]
    expect(letter && toText(letter)).not.toMatch(/undefined|null|\bDear :|, *$/m)
  })

  test('a hostile caption is literal in the text and the subject, and harmless in the HTML', () => {
    const paper = { ...samplePaper, caption: `${hostileCaption}\r\nBcc: all@example.test` }
    const letter = contentRefusedLetter({ ...sampleRequester, paper })
    expect(toText(letter)).toContain(hostileCaption)
    expect(letter.subject).toBe(
      `S-2026-00042: Objection to a part of the subpoena, ${hostileCaption} Bcc: all@example.test`,
    )
    expect(toHtml(letter)).not.toMatch(/<img/i)
  })
})
