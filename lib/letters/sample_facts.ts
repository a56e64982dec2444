/** One fictional subpoena, from which the tests of letters and papers are written. */
import { calendarDate } from '#lib/calendar/date.ts'
import type { NoticeFacts, ServedPaper } from './notice_facts.ts'
import type { Office } from './office.ts'
import type { ToRequester } from './requester.ts'

export const hostileCaption = '"><img src=x onerror=alert(1)>'

export const sampleOffice: Office = {
  name: 'j2 Cloud Services, Inc.',
  department: 'Subpoena Department',
  address: '6922 Hollywood Boulevard 5th Floor\nLos Angeles, CA 90028',
  phone: '',
  fax: '1-310-943-2400',
  email: 'subpoenas@desk.example.test',
  payee: 'j2 Cloud Services, Inc.',
  timeZone: 'America/Los_Angeles',
  paperSize: 'letter',
}

export const samplePaper: ServedPaper = {
  reference: 'S-2026-00042',
  processType: 'ao-88b',
  court: 'United States District Court, Central District of California',
  caption: 'Larkmoor Dental v. Doe 1',
  caseNumber: '2:26-cv-99011-ABC-DE',
  issuedOn: calendarDate('2026-01-28'),
  receivedOn: calendarDate('2026-01-29'),
  complianceOn: calendarDate('2026-02-13'),
}

/** A paper on which nothing is printed that should be. */
export const barePaper: ServedPaper = {
  ...samplePaper,
  court: '',
  caption: '',
  caseNumber: '',
  issuedOn: null,
  complianceOn: null,
}

export const sampleNotice: NoticeFacts = {
  office: sampleOffice,
  paper: samplePaper,
  on: calendarDate('2026-02-04'),
  subscriberName: 'Tomas Åström',
  issuingParty: 'The plaintiff',
  issuingAttorney: 'Thessaly Quorn',
  firm: 'Oakhurst Tarn LLP',
  firmContact: ['4120 Harrowgate Street, Suite 900', 'Los Angeles, CA 90013', '1-213-555-0100'],
  identifiers: [{ kind: 'fax', identifier: '1-818-555-0163', period: 'October 1 to November 30, 2025' }],
  recordsRequested: '',
  lastDayOn: calendarDate('2026-02-19'),
  releaseOpensOn: calendarDate('2026-02-20'),
  answeredBefore: false,
  copyEnclosed: true,
}

export const sampleRequester: ToRequester = {
  office: sampleOffice,
  paper: samplePaper,
  on: calendarDate('2026-02-04'),
  contact: 'Thessaly Quorn',
  firm: 'Oakhurst Tarn LLP',
}
