import type { Role } from '#lib/kinds.ts'

/** What each role does here and may see, in a sentence for whoever gives it or tries it. */
export const roleWords: Record<Role, string> = {
  intake: 'Logs subpoenas, sends notices, takes objections in.',
  custodian: 'Finds subscribers and records, prepares and releases productions. Sees who a subscriber is.',
  counsel: 'Judges papers and objections, waives, approves. Sees who a subscriber is.',
  billing: 'Invoices and payments. Sees no subscriber, no target, no paper.',
  administrator: 'Settings and people. Sees no case.',
  auditor: 'Reads everything and changes nothing.',
}
