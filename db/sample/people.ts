import type { Role } from '#lib/kinds.ts'

/** The office of the sample, as it stands on its letters: the policy's own name, address and payee. */
export const sampleOffice = {
  name: 'j2 Cloud Services, Inc.',
  department: 'Subpoena Department',
  address: '6922 Hollywood Boulevard, 5th Floor\nLos Angeles, CA 90028',
  phone: '',
  fax: '1-310-943-2400',
  email: 'subpoenas@sample.test',
  payee: 'j2 Cloud Services, Inc.',
  timeZone: 'America/Los_Angeles',
  paperSize: 'letter',
} as const

/** Who works there: every role, and two of those whose work another person must check. The first runs the office. */
export const samplePeople = {
  ostrow: { name: 'D. Ostrow', roles: ['administrator'] },
  amberley: { name: 'S. Amberley', roles: ['intake'] },
  ferrand: { name: 'T. Ferrand', roles: ['custodian'] },
  marisko: { name: 'J. Marisko', roles: ['custodian'] },
  halloway: { name: 'W. Halloway', roles: ['counsel'] },
  lindgate: { name: 'R. Lindgate', roles: ['counsel'] },
  oduya: { name: 'P. Oduya', roles: ['billing'] },
  verhane: { name: 'L. Verhane', roles: ['auditor'] },
} as const satisfies Record<string, { readonly name: string; readonly roles: readonly Role[] }>

export type SamplePerson = keyof typeof samplePeople

export function emailOf(person: SamplePerson): string {
  return `${person}@sample.test`
}
