import { describe, expect, test } from 'vitest'
import { publishedSchedule } from '#lib/billing/schedule.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { cents } from '#lib/money.ts'
import { publishedPolicy } from '#lib/policy/policy.ts'
import { deficiencies, deficiencyCodes, isDeficiencyCode } from '#lib/subpoena/deficiencies.ts'
import { deficiencyLetter, rejectionLetter } from './deficiency_letters.ts'
import { invoiceLetter } from './invoice_letter.ts'
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

describe('the five numbers, the payee and the address', () => {
  test.each(['en', 'ko', 'sv'] as const)('come out the same in %s', (language) => {
    const text = toText(termsLetter({ ...sampleRequester, ...terms }, language))
    for (const fact of ['$90.00', '$0.25', '$22.00', 'Checks payable to j2 Cloud Services, Inc.']) {
      expect(text).toContain(fact)
    }
    expect(text).toMatch(/(?<!\d)14(?!\d)/)
    expect(text).toMatch(/(?<!\d)15(?!\d)/)
    expect(text).toContain('6922 Hollywood Boulevard 5th Floor, Los Angeles, CA 90028')
    expect(text).not.toMatch(/90,00|0,25|22,00|USD|₩|\d kr\b/)
    expect(text).toContain('terms of compensation')
  })

  test('follow the policy and not the words', () => {
    const policy = { ...publishedPolicy, holdDays: 21, dueDays: 30 }
    const schedule = {
      ...publishedSchedule,
      researchCentsPerHour: cents(12550),
      testimonyCentsPerHour: cents(15000),
    }
    const text = toText(termsLetter({ ...sampleRequester, policy, schedule }))
    expect(text).toContain('$125.50 per hour')
    expect(text).toContain('$150.00 per hour, if testimony')
    expect(text).toContain('approximately 21 days')
    expect(text).toContain('Within 30 days')
    expect(text).not.toContain('two weeks')
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

describe('the deficiencies', () => {
  test.each(deficiencyCodes)('%s has a letter of its own words', (code) => {
    const letter = deficiencyLetter({ ...sampleRequester, reasons: [{ code }], answerBy: null })
    expect(toText(letter)).toContain(`* ${deficiencies[code].title}\n  ${deficiencies[code].paragraph}`)
    expect(deficiencies[code].paragraph).toMatch(/^[A-Z].*\.$/)
    expect(deficiencies[code].paragraph).not.toMatch(/our (subscriber|customer)|account (exists|was found)/)
  })

  test('a person’s own words take the place of the usual ones', () => {
    const text = toText(
      rejectionLetter({ ...sampleRequester, reasons: [{ code: 'no-court', words: 'Page two is missing.' }] }),
    )
    expect(text).toContain('* No issuing court\n  Page two is missing.')
    expect(text).not.toContain(deficiencies['no-court'].paragraph)
  })

  test.each([
    { codes: ['no-signature' as const], again: true, because: 'a paper must be signed and served anew' },
    { codes: ['insufficient-identifier' as const], again: false, because: 'a letter can complete it' },
  ])('$codes: $because', ({ codes, again }) => {
    const letter = deficiencyLetter({
      ...sampleRequester,
      reasons: codes.map((code) => ({ code })),
      answerBy: day,
    })
    expect(toText(letter).includes('must be served again')).toBe(again)
    expect(toText(letter)).toContain('by Wednesday, February 18, 2026')
  })

  test('codes are known by name only', () => {
    expect(isDeficiencyCode('no-court')).toBe(true)
    expect(isDeficiencyCode('toString')).toBe(false)
  })
})

test.each([
  { form: 'california' as const, oath: 'under the laws of the State of California' },
  { form: 'federal' as const, oath: 'under the laws of the United States of America' },
])('a $form declaration is sworn $oath', ({ form, oath }) => {
  const facts = {
    ...sampleRequester,
    custodian: 'Ruth Calloway',
    custodianTitle: 'Custodian of Records',
    records: [],
    whole: false,
    pages: 0,
    bates: null,
    prepared: '',
    form,
  }
  const none = toText(custodianDeclaration(facts))
  expect(none).toContain(oath)
  expect(none).toContain('We have none of the records described')
  expect(none).not.toContain('at or near the time')
})

test('the mail of an invoice says what, how much, by when and to whom, and nothing of a subscriber', () => {
  const letter = invoiceLetter({
    office: sampleRequester.office,
    number: 'INV-2026-00017',
    reference: 'S-2026-00042',
    on: calendarDate('2026-01-29'),
    billTo: 'Sable Finch LLP',
    caption: 'Halden Freight v. Doe 4',
    caseNumber: '2:25-cv-98801',
    total: cents(43575),
    dueDays: 15,
    dueOn: calendarDate('2026-02-13'),
  })
  const text = toText(letter)
  expect(letter.subject).toBe('Invoice INV-2026-00017, $435.75, S-2026-00042, 2:25-cv-98801')
  for (const fact of [
    '$435.75',
    'Checks payable to j2 Cloud Services, Inc.',
    'Friday, February 13, 2026',
    'Within 15 days',
  ]) {
    expect(text).toContain(fact)
  }
  expect(text).not.toMatch(/subscriber/i)
})
