import type { SampleCase } from '../sample_case.ts'
import { note } from '../steps/intake.ts'
import { find, split, tell } from '../steps/notice.ts'
import { prepare, research } from '../steps/production.ts'
import { termsAgreed, termsRefused } from '../steps/review.ts'
import { subscriber } from '../subscriber.ts'
import { accepted, acceptedAtOnce, held } from './plans.ts'

/** Told, and held: to today, to the next day, and for some days yet. */
export const heldCases: readonly SampleCase[] = [
  {
    received: 'hold-ends-now',
    at: '09:10',
    how: 'personal',
    paper: {
      type: 'ao-88b',
      court: 'D. Nev.',
      caption: 'Quarrystone Holdings v. Doe 1',
      caseNumber: '2:YY-cv-99026',
      party: 'Quarrystone Holdings',
      compliance: { days: 20 },
    },
    from: 'wexmoor',
    targets: [['fax', '1-702-555-0181']],
    plan: [
      ...acceptedAtOnce(),
      find([1], subscriber('Isolde Harker')),
      tell(),
      2,
      termsAgreed(),
      research(75, 'Account record and transmission log.'),
      prepare([[1, 'Account record and transmission log', 9]]),
    ],
    shows: { stage: 'on-hold', billing: 'unbilled' },
  },
  {
    received: 'hold-ends-next',
    at: '08:48',
    how: 'registered-agent',
    servedBefore: 2,
    paper: {
      type: 'ao-88b',
      court: 'D. Del.',
      caption: 'Copperline Energy v. Doe 6',
      caseNumber: '1:YY-cv-99025',
      party: 'Copperline Energy',
      compliance: { days: 36 },
    },
    from: 'wexmoor',
    targets: [
      ['account', '6120-7745', '1 June to 30 September'],
      ['e-mail', 'turbine.hall@quillmail.example'],
    ],
    plan: [
      ...acceptedAtOnce('marisko'),
      split(1, ['1 June to 14 August', '15 August to 30 September']),
      find([1], subscriber('Caspian Drury'), 'marisko'),
      find([2], subscriber('Turbine Hall Forum', { email: 'admins@turbinehall.test' }), 'marisko'),
      find([3], subscriber('Nell Abernathy'), 'marisko'),
      tell(),
      2,
      termsAgreed(),
      research(50, 'Account record of both holders.', 'marisko'),
      prepare([[2, 'Account record of the forum', 4]], 'marisko'),
    ],
    shows: { stage: 'on-hold', billing: 'unbilled' },
  },
  {
    received: 6,
    at: '11:31',
    how: 'fedex',
    paper: {
      type: 'ao-88b',
      court: 'W.D. Wash.',
      caption: 'Stenmark Timber v. Åström',
      caseNumber: '2:YY-cv-99046',
      party: 'Stenmark Timber',
      compliance: { days: 30 },
    },
    from: 'northlight',
    targets: [['account', '3301-9917']],
    plan: [
      ...held(
        subscriber('Åsa Åström', {
          email: 'asa.astrom@brevlada.test',
          address: 'Björkgatan 12\n753 28 Uppsala\nSweden',
          language: 'sv',
        }),
      ),
    ],
    shows: { stage: 'on-hold', billing: 'none' },
  },
  {
    received: 8,
    at: '09:20',
    how: 'fax',
    paper: {
      type: 'dmca-512h',
      court: 'C.D. Cal.',
      caption: 'In re Subpoena to j2 Cloud Services (Nightjar Studios)',
      caseNumber: '2:YY-mc-00992',
      party: 'Nightjar Studios',
      compliance: { days: 21 },
      asks: 'Information sufficient to identify the alleged infringer who stored the file at nightjar-reels.example/screener; a copy of the notification is attached.',
    },
    from: 'pinegate',
    targets: [['domain', 'nightjar-reels.example']],
    plan: [...held(subscriber('Fenwick Ambrose'))],
    shows: { stage: 'on-hold', billing: 'none' },
  },
  {
    received: 7,
    at: '14:12',
    how: 'mail',
    paper: {
      type: 'subp-010',
      court: 'Santa Clara Super.',
      county: 'Santa Clara',
      state: 'California',
      caption: 'Bexhill v. Bexhill',
      caseNumber: 'YYFL099031',
      party: 'Respondent Bexhill',
      compliance: { days: 28 },
    },
    from: 'stannard',
    targets: [
      ['telephone', '1-408-555-0133'],
      ['name', 'Rowena Bexhill, of San Jose'],
    ],
    plan: [
      ...accepted('marisko'),
      note(
        'The subscriber is in the address confidentiality program: counsel looks at every page.',
        'halloway',
      ),
      find([1, 2], subscriber('Rowena Bexhill', { address: 'PO Box 9931\nSacramento, CA 95814' }), 'marisko'),
      tell(),
      2,
      termsRefused('They say that a party in a family case pays no fees.'),
    ],
    shows: { stage: 'on-hold', billing: 'none' },
  },
  {
    received: 7,
    at: '10:15',
    how: 'fedex',
    paper: {
      type: 'ao-88b',
      court: 'N.D. Cal.',
      caption: 'Mistral Yachts v. Doe 2',
      caseNumber: '3:YY-cv-99053',
      party: 'Mistral Yachts',
      compliance: { fromToday: 3 },
    },
    from: 'brackwater',
    targets: [['e-mail', 'bosun@quillmail.example']],
    plan: [...held(subscriber('Gideon Prowse'), 'halloway')],
    shows: { stage: 'on-hold', billing: 'none' },
  },
]
