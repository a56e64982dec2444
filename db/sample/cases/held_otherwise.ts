import type { SampleCase } from '../sample_case.ts'
import { judge } from '../steps/intake.ts'
import { bar, find, tell } from '../steps/notice.ts'
import { askEarly, extend, object, refuseEarly } from '../steps/objection.ts'
import { acceptPart, sendTerms, termsAgreed } from '../steps/review.ts'
import { subscriber } from '../subscriber.ts'
import { accepted, held, logged } from './plans.ts'

/** Held for longer or shorter: announced and informal objections, an order that forbids the notice, early release asked. */
export const heldOtherwiseCases: readonly SampleCase[] = [
  {
    received: 11,
    at: '10:55',
    how: 'personal',
    paper: {
      type: 'ao-88b',
      court: 'C.D. Cal.',
      caption: 'Juniper Lane v. Doe 21',
      caseNumber: '2:YY-cv-99047',
      party: 'Juniper Lane',
      compliance: { days: 40 },
    },
    from: 'oakhurst',
    targets: [['domain', 'juniperlanewatch.example']],
    plan: [
      ...held(subscriber('Wilhelmina Tagg')),
      1,
      object({
        kind: 'intent',
        targets: [1],
        where: 'With us, in writing',
        text: 'Her counsel announces a motion to quash.',
        paper: 'Notice of intent to challenge',
      }),
    ],
    shows: { stage: 'on-hold', billing: 'none' },
  },
  {
    received: 16,
    at: '11:22',
    how: 'mail',
    paper: {
      type: 'subp-035',
      court: 'L.A. Super.',
      county: 'Los Angeles',
      state: 'California',
      caption: 'Pomfret v. Doe 10',
      caseNumber: 'YYSTCP99016',
      party: 'Pomfret',
      compliance: { days: 45 },
    },
    from: 'sable',
    targets: [['fax', '1-312-555-0157']],
    plan: [
      ...held(subscriber('Lavinia Storr')),
      4,
      object({
        kind: 'informal',
        targets: [1],
        where: 'With us, by e-mail at 10:10 pm',
        text: 'She writes that the claim is made up, and that she is looking for counsel.',
      }),
      1,
      extend(21, 'She has found counsel, who asks for three weeks.'),
    ],
    shows: { stage: 'on-hold', billing: 'none' },
  },
  {
    received: 9,
    at: '10:20',
    how: 'personal',
    paper: {
      type: 'ao-88b',
      court: 'D. Nev.',
      caption: 'Harrowgate Bank v. Doe 1',
      caseNumber: '2:YY-cv-99049',
      party: 'Harrowgate Bank',
      compliance: { days: 60 },
    },
    from: 'wexmoor',
    targets: [['ip-address', '203.0.113.41', '4 March, 10:22:07 UTC, port 51123']],
    plan: [
      ...accepted(),
      bar([1], 45, 'The court forbids notice while funds are traced.'),
      find([1], subscriber('Lucian Frost')),
      sendTerms(),
      2,
      termsAgreed(),
    ],
    shows: { stage: 'on-hold', billing: 'none' },
  },
  {
    received: 5,
    at: '13:40',
    how: 'personal',
    paper: {
      type: 'subp-010',
      court: 'Riverside Super.',
      county: 'Riverside',
      state: 'California',
      caption: 'Lisle v. Moncrieff',
      caseNumber: 'CVRIYY99020',
      party: 'Lisle',
      compliance: { days: 27 },
    },
    from: 'brackwater',
    targets: [['telephone', '1-951-555-0148']],
    plan: [
      ...held(subscriber('Auberon Moncrieff')),
      askEarly({
        ground: 'emergency',
        targets: [1],
        by: 'amberley',
        reason: 'They write that a person is in danger, and that the hearing is on Friday.',
        paper: [
          'We ask for the records at once: the hearing is on Friday, and our client fears for her safety.',
        ],
      }),
      refuseEarly('A hearing is no emergency. They may ask the court for an order.'),
    ],
    shows: { stage: 'on-hold', billing: 'none' },
  },
  {
    received: 4,
    at: '10:44',
    how: 'personal',
    paper: {
      type: 'ao-88b',
      court: 'E.D. Cal.',
      caption: 'Alderbrook Clinic v. Doe 1',
      caseNumber: '2:YY-cv-99050',
      party: 'Alderbrook Clinic',
      compliance: { days: 30 },
    },
    from: 'thistle',
    targets: [['fax', '1-209-555-0112']],
    plan: [
      ...held(subscriber('Dorothea Lunt'), 'marisko'),
      askEarly({
        ground: 'consent',
        targets: [1],
        reason:
          'She consents in writing; called back at the number on the account, and she named its last invoice.',
        paper: ['I consent to the release of my account record to the clinic’s counsel.', 'Dorothea Lunt'],
      }),
    ],
    shows: { stage: 'on-hold', billing: 'none' },
  },
  {
    received: 'own-objection-day',
    at: '09:02',
    how: 'personal',
    paper: {
      type: 'ao-88b',
      court: 'N.D. Cal.',
      caption: 'Calloway Games v. Doe 4',
      caseNumber: '5:YY-cv-99021',
      party: 'Calloway Games',
      compliance: { days: 16, time: '10:00' },
      asks: 'The images of all faxes sent and received by fax 1-408-555-0126, and the name and address of its subscriber.',
    },
    from: 'pinegate',
    targets: [['fax', '1-408-555-0126']],
    plan: [
      ...logged('halloway'),
      judge({ failed: { 'no-content': 'Asks for the images of faxes.' } }),
      sendTerms(),
      1,
      acceptPart('Identity yes; the images are contents, 18 U.S.C. § 2702(a).'),
      1,
      find([1], subscriber('Thaddeus Crewe')),
      tell(),
      2,
      termsAgreed(),
    ],
    shows: { stage: 'on-hold', billing: 'none' },
  },
]
