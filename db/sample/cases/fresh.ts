import type { SampleCase } from '../sample_case.ts'
import { askSnapshot, judge, log } from '../steps/intake.ts'
import { copyFit, find, tell } from '../steps/notice.ts'
import { termsAgreed } from '../steps/review.ts'
import { subscriber } from '../subscriber.ts'
import { accepted, logged } from './plans.ts'

/** Just come, being judged, being looked up, to be told. */
export const freshCases: readonly SampleCase[] = [
  {
    received: 0,
    at: '08:41',
    how: 'fax',
    paper: {
      type: 'ao-88b',
      court: 'N.D. Cal.',
      caption: 'Inglenook Cellars v. Doe 1',
      caseNumber: '3:YY-cv-99061',
      party: 'Inglenook Cellars',
      compliance: { days: 30, time: '17:00' },
    },
    from: 'thistle',
    targets: [['fax', '1-707-555-0114', '1 to 31 August']],
    plan: [log()],
    shows: { stage: 'to-review', billing: 'none' },
  },
  {
    received: 1,
    at: '18:22',
    how: 'fax',
    paper: {
      type: 'ao-88b',
      court: 'D. Conn.',
      caption: 'Sablewood v. Doe 30',
      caseNumber: '3:YY-cv-99062',
      party: 'Sablewood',
      compliance: { days: 35 },
    },
    from: 'ember',
    targets: [['ip-address', '198.51.100.77', '2 November, 07:15:40 UTC, port 33180']],
    plan: [log(), askSnapshot('Operations, address logs', 4), judge({ only: 3 })],
    shows: { stage: 'to-review', billing: 'none' },
  },
  {
    received: 3,
    at: '10:33',
    how: 'mail',
    paper: {
      type: 'subp-010',
      court: 'San Diego Super.',
      county: 'San Diego',
      state: 'California',
      caption: 'Farrow Media v. Does 1–2',
      caseNumber: '37-YYYY-00099063-CU-DF-CTL',
      party: 'Farrow Media',
      compliance: { days: 12 },
    },
    from: 'sable',
    targets: [
      ['e-mail', 'backbench@quillmail.example'],
      ['domain', 'farrowfiles.example'],
    ],
    plan: [
      ...logged('halloway'),
      1,
      judge({ failed: { 'date-not-too-early': 'Twelve days after service; fifteen is the least.' } }),
    ],
    shows: { stage: 'to-review', billing: 'none' },
  },
  {
    received: 1,
    at: '14:05',
    how: 'personal',
    paper: {
      type: 'ao-88b',
      court: 'C.D. Cal.',
      caption: 'Cragmoor Labs v. Doe 15',
      caseNumber: '2:YY-cv-99064',
      party: 'Cragmoor Labs',
      compliance: { days: 32 },
    },
    from: 'oakhurst',
    targets: [
      ['account', '9045-1187'],
      ['fax', '1-626-555-0129'],
    ],
    plan: [...accepted()],
    shows: { stage: 'to-research', billing: 'none' },
  },
  {
    received: 2,
    at: '11:48',
    how: 'fedex',
    paper: {
      type: 'ao-88b',
      court: 'S.D.N.Y.',
      caption: 'Vellum Press v. Does 1–4',
      caseNumber: '1:YY-cv-99017',
      party: 'Vellum Press',
      compliance: { days: 34 },
    },
    from: 'ember',
    targets: [
      ['e-mail', 'marginalia@quillmail.example'],
      ['e-mail', 'colophon@quillmail.example'],
      ['account', '1180-4426'],
      ['account', '1180-4427'],
    ],
    plan: [
      ...accepted('marisko'),
      find([1, 3], subscriber('Barnabas Thistle'), 'marisko'),
      find([2, 4], subscriber('Verena Holt'), 'marisko'),
    ],
    shows: { stage: 'to-notify', billing: 'none' },
  },
  {
    received: 8,
    at: '09:15',
    how: 'personal',
    paper: {
      type: 'ao-88b',
      court: 'C.D. Cal.',
      caption: 'Hanbit Trading v. 김철수',
      caseNumber: '2:YY-cv-99051',
      party: 'Hanbit Trading',
      compliance: { days: 38 },
    },
    from: 'oakhurst',
    targets: [['telephone', '1-213-555-0170']],
    plan: [
      ...accepted(),
      2,
      find(
        [1],
        subscriber('김철수', {
          address: '3120 Wilshire Row, Apartment 14\nLos Angeles, CA 90010',
          language: 'ko',
        }),
      ),
      copyFit('김철수'),
    ],
    shows: { stage: 'to-notify', billing: 'none' },
  },
  {
    received: 7,
    at: '12:30',
    how: 'personal',
    paper: {
      type: 'ao-88b',
      court: 'N.D. Cal.',
      caption: 'Ostrander Mutual v. Doe 3',
      caseNumber: '3:YY-cv-99013',
      party: 'Ostrander Mutual',
      compliance: { days: 33 },
    },
    from: 'brackwater',
    targets: [['account', '6671-0308']],
    plan: [
      ...accepted('amberley'),
      find([1], subscriber('Millicent Frayne', { email: 'm.frayne@gone.test' })),
      tell(),
      2,
      termsAgreed(),
    ],
    shows: { stage: 'to-notify', billing: 'none' },
  },
]
