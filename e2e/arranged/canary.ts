/** Who a subscriber is, and what is sought: strings that stand nowhere else, so that one that got out is known. */
export const identity = {
  name: 'Canary Wrenfield',
  email: 'canary.wrenfield@nest-of-canary.example',
  address: '7719 Wrenfield Lane\nCanaryville, CA 91777',
  account: 'ACCT-CANARY-7719',
  fax: '1-415-555-0191',
  mailbox: 'whistling.canary@target-of-canary.example',
  internet: '203.0.113.77',
} as const

/** What people wrote about them in the course of the work: in free text, where a name is easily written. */
export const written = {
  asked: 'CANARY-ASKED: whoever used the fax line in October',
  searched: 'CANARY-SEARCHED in the accounts of the north',
  note: 'CANARY-NOTE: she telephoned',
  objection: 'CANARY-OBJECTION: I am not who they think',
  reason: 'CANARY-REASON: she said so herself',
  item: 'CANARY-ITEM account record',
  paper: 'CANARY-PAPER',
} as const
