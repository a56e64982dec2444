/** The numbers that a subpoena is handled under. Versioned, and pinned to a subpoena when it is received. */
export type PolicySettings = {
  readonly version: number
  /** Calendar days from the day of receipt, which is not counted. */
  readonly holdDays: number
  /** The least number of calendar days that a subscriber has from the day a notice took effect. */
  readonly noticeDays: number
  /** Calendar days after which a posted letter is taken to have arrived. */
  readonly mailDays: number
  /** Calendar days from the receipt of an invoice. */
  readonly dueDays: number
  /** "HH:MM" in the office's zone; what arrives later counts from the next business day. */
  readonly cutoff: string
  /** The calendars whose holidays move a last day, all together. */
  readonly calendars: readonly string[]
}

/**
 * Version 1: the civil subpoena policy as published on 29 March 2012 (two weeks, 15 days), with the office's
 * readings where it is silent (ten days from notice, five for mail, the desk closes at five).
 */
export const publishedPolicy: PolicySettings = {
  version: 1,
  holdDays: 14,
  noticeDays: 10,
  mailDays: 5,
  dueDays: 15,
  cutoff: '17:00',
  calendars: ['federal', 'california'],
}
