/**
 * The kinds that grow: one table each in the database, filled from here at every start, so that a new kind is a line
 * in this file and never a rebuilt table. Labels are what the screen and the paper say.
 */
export const kinds = {
  roles: {
    intake: 'Intake',
    custodian: 'Custodian',
    counsel: 'Counsel',
    billing: 'Billing',
    administrator: 'Administrator',
    auditor: 'Auditor',
  },
  processTypes: {
    'ao-88b': 'Subpoena to produce documents (AO 88B)',
    'ao-88a': 'Subpoena to testify at a deposition (AO 88A)',
    'subp-010': 'Deposition subpoena for business records (SUBP-010)',
    'subp-035': 'Subpoena in an action outside California (SUBP-035)',
    'trial-subpoena': 'Trial subpoena',
    'court-order': 'Court order',
    'dmca-512h': 'DMCA subpoena, 17 U.S.C. 512(h)',
    'other-subpoena': 'Other civil subpoena',
    'informal-request': 'Informal request, no process',
    'search-warrant': 'Search warrant',
    'grand-jury-subpoena': 'Grand jury subpoena',
    'government-demand': 'Other government demand',
  },
  serviceMethods: {
    personal: 'By hand',
    'registered-agent': 'Through our registered agent',
    mail: 'By mail',
    'certified-mail': 'By certified mail',
    fedex: 'By FedEx or other courier',
    fax: 'By fax',
    'e-mail': 'By e-mail',
    'upstream-referral': 'Referred by an upstream provider',
  },
  targetKinds: {
    fax: 'Fax',
    telephone: 'Telephone',
    'e-mail': 'E-mail',
    account: 'Account',
    'ip-address': 'IP address',
    domain: 'Domain or URL',
    name: 'Name and address',
  },
  checkItems: {
    signature: 'Signed by the clerk or an attorney',
    court: 'Names the issuing court',
    'case-number': 'Carries a case number',
    'our-name': 'Is directed to us',
    'date-not-too-early': 'The compliance date is not too early',
    'identifies-account': 'Says enough to identify the account',
    'no-content': 'Asks for no content of communications',
    domesticated: 'Issued or domesticated where we can be served',
    'consumer-notice': 'Consumer notice or consent is enclosed where it is needed',
    service: 'Was served in a way that we accept',
  },
  decisionKinds: {
    accepted: 'Accepted',
    'accepted-in-part': 'Accepted in part',
    deficient: 'Deficient',
    rejected: 'Rejected',
    referred: 'Not for this desk',
    withdrawn: 'Withdrawn',
    closed: 'Closed',
    reopened: 'Reopened',
    'not-objecting': 'We do not object',
  },
  termsKinds: {
    sent: 'Sent',
    agreed: 'Agreed',
    refused: 'Refused',
    waived: 'Waived by counsel',
    'not-applicable': 'Not applicable',
  },
  objectionKinds: {
    motion: 'Motion to quash, modify or protect',
    statutory: 'Statutory written objection',
    intent: 'Notice of intent to challenge',
    informal: 'Informal complaint',
    provider: 'Our own objection',
    party: 'Objection by another party',
  },
  objectionEffects: {
    'stays-all': 'Stays every target',
    'stays-part': 'Stays the targets named',
    'extends-to-day': 'Extends the hold to a day',
    none: 'No effect',
  },
  objectionOutcomes: {
    denied: 'Denied: produce',
    quashed: 'Granted: quashed',
    modified: 'Modified',
    'withdrawn-by-objector': 'Withdrawn by who objected',
    settled: 'Settled',
    lapsed: 'Lapsed: no motion in time',
  },
  earlyReleaseGrounds: {
    'court-order': 'Court order',
    emergency: 'Emergency: danger of death or serious injury',
    consent: 'The subscriber’s verified consent',
  },
  productionKinds: {
    records: 'Records',
    'no-records': 'No records',
  },
  shipmentMethods: {
    fedex: 'FedEx',
    courier: 'Other courier',
    post: 'Post',
    fax: 'Fax',
    'e-mail': 'E-mail',
    'by-hand': 'By hand',
  },
  chargeKinds: {
    research: 'Research',
    pages: 'Pages',
    parcel: 'Federal Express',
    testimony: 'Testimony',
    other: 'Other',
  },
  receiptBases: {
    'fedex-delivered': 'FedEx delivered it',
    'fax-confirmed': 'The fax was confirmed',
    'email-sent': 'The e-mail was taken by their server',
    'by-hand': 'Handed over',
    'mail-presumed': 'Mailed: presumed five days later',
    'stated-by-requester': 'The requester said so',
    imported: 'Taken over from the old spreadsheet',
  },
  paperKinds: {
    invoice: 'Invoice',
    'credit-memo': 'Credit memo',
    notice: 'Notice to the subscriber',
    'terms-letter': 'Terms of compensation',
    'deficiency-letter': 'Deficiency letter',
    'rejection-letter': 'Rejection letter',
    'content-refused-letter': 'Objection in part: content',
    'objection-received-letter': 'Objection received',
    'cover-letter': 'Cover letter',
    declaration: 'Custodian’s declaration',
    'no-records-letter': 'No-records letter',
    'withdrawal-told': 'Withdrawal told to the subscriber',
    'own-objection-letter': 'Our own objection',
    'opening-balances': 'Opening balances',
  },
  mailKinds: {
    notice: 'Notice to a subscriber',
    'withdrawal-told': 'Withdrawal told to a subscriber',
    invoice: 'Invoice',
    letter: 'Letter to a requester',
    production: 'Production',
    'sign-in': 'Invitation or reset',
  },
  importKinds: {
    requesters: 'Requesters',
    subpoenas: 'Subpoenas',
    invoices: 'Invoices with a balance',
  },
} as const satisfies Record<string, Record<string, string>>

export type Family = keyof typeof kinds
export type KindOf<Name extends Family> = keyof (typeof kinds)[Name] & string
export type Role = KindOf<'roles'>

/** The kinds of a family, in the order in which the screen offers them. */
export function kindsOf<Name extends Family>(family: Name): [KindOf<Name>, ...KindOf<Name>[]] {
  return Object.keys(kinds[family]) as [KindOf<Name>, ...KindOf<Name>[]]
}

/** What the screen and the paper call a kind; an unknown kind is called by its own name. */
export function labelOf(family: Family, kind: string): string {
  return (kinds[family] as Record<string, string>)[kind] ?? kind
}

/** The same inside a sentence: "by FedEx or other courier". */
export function labelInSentence(family: Family, kind: string): string {
  const label = labelOf(family, kind)
  return label.charAt(0).toLowerCase() + label.slice(1)
}

/** Demands of governments are logged without hold or notice and go straight to counsel. */
export const governmentalProcess: readonly string[] = [
  'search-warrant',
  'grand-jury-subpoena',
  'government-demand',
]
