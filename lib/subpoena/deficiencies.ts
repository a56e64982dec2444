/** Why a served paper is not valid, or cannot be answered, or only in part. */
export type Deficiency = {
  /** For a list to choose from, and above its paragraph. */
  readonly title: string
  /** What the letter says unless a person wrote something else. It never says whether an account exists. */
  readonly paragraph: string
  /** Whether the requester can mend it; if not, the paper is rejected or referred. */
  readonly cureNeeded: boolean
  /** Whether what mends it is a new or amended paper, served again: then a new hold begins. */
  readonly restartsHold: boolean
}

/**
 * The codes of deficiency, in the order in which a paper is read.
 *
 * Source: domain.md §2.3, and §2.1 for the rules that the paragraphs name.
 */
export const deficiencies = {
  'no-court': {
    title: 'No issuing court',
    paragraph: 'The paper does not state the court from which it issued.',
    cureNeeded: true,
    restartsHold: true,
  },
  'no-case-number': {
    title: 'No case number',
    paragraph: 'The paper does not state the number of the action in which it issued.',
    cureNeeded: true,
    restartsHold: true,
  },
  'no-signature': {
    title: 'Not signed',
    paragraph: 'The paper is not signed by the clerk of the court or by an attorney who may issue it.',
    cureNeeded: true,
    restartsHold: true,
  },
  'wrong-entity': {
    title: 'Directed to another company',
    paragraph:
      'The paper is directed to a company other than ours. A parent, an affiliate or an upstream carrier is not the ' +
      'custodian of our records; please direct the paper to us by our full name.',
    cureNeeded: true,
    restartsHold: true,
  },
  'not-domesticated': {
    title: 'Not domesticated in California',
    paragraph:
      'The paper issued from a court of another state and has not been domesticated under California’s Interstate and ' +
      'International Depositions and Discovery Act (Code Civ. Proc., § 2029.100 and following). Please have a subpoena ' +
      'issued in the county where the records are to be produced.',
    cureNeeded: true,
    restartsHold: true,
  },
  'non-us-process': {
    title: 'Process of another country',
    paragraph:
      'The paper issued from a court outside the United States. We can answer process of a court of the United States, ' +
      'such as one obtained through a letter of request.',
    cureNeeded: true,
    restartsHold: true,
  },
  'place-over-100-miles': {
    title: 'Place of compliance too far',
    paragraph:
      'The place of compliance is more than 100 miles from where we regularly transact business in person ' +
      '(Fed. R. Civ. P. 45(c)).',
    cureNeeded: true,
    restartsHold: true,
  },
  'rule-45-text-missing': {
    title: 'Text of Rule 45 missing',
    paragraph:
      'The paper does not set out the text of Rule 45(d) and (e), as Fed. R. Civ. P. 45(a)(1)(A)(iv) requires.',
    cureNeeded: true,
    restartsHold: true,
  },
  'date-too-early': {
    title: 'Date of production too early',
    paragraph:
      'The date of production is earlier than the later of 20 days after the subpoena issued and 15 days after it was ' +
      'served (Code Civ. Proc., § 2020.410(c)).',
    cureNeeded: true,
    restartsHold: false,
  },
  'insufficient-time': {
    title: 'Not enough time to comply',
    paragraph:
      'The paper does not allow a reasonable time to comply. Please tell us in writing of a later date.',
    cureNeeded: true,
    restartsHold: false,
  },
  'service-method': {
    title: 'Not served as the rules require',
    paragraph: 'The paper was not served in a manner that the rules allow and that we have agreed to accept.',
    cureNeeded: true,
    restartsHold: true,
  },
  'fee-not-tendered': {
    title: 'Witness fee and mileage not tendered',
    paragraph:
      'The paper commands attendance, and the fee for one day’s attendance and the mileage were not tendered with it ' +
      '(Fed. R. Civ. P. 45(b)(1)).',
    cureNeeded: true,
    restartsHold: true,
  },
  'no-payment-assurance': {
    title: 'No assurance of payment',
    paragraph:
      'The law under which the paper issued provides for our reasonable compensation, which has not been arranged.',
    cureNeeded: true,
    restartsHold: false,
  },
  'consumer-notice-missing': {
    title: 'Proof of notice to the consumer missing',
    paragraph:
      'The paper is not accompanied by proof of service of the notice to the consumer, or by the consumer’s written ' +
      'authorization (Code Civ. Proc., § 1985.3).',
    cureNeeded: true,
    restartsHold: false,
  },
  'consumer-consent-missing': {
    title: 'Written consent missing',
    paragraph:
      'The paper asks for records of a telephone corporation and is not accompanied by the written consent that the ' +
      'law requires for them.',
    cureNeeded: true,
    restartsHold: false,
  },
  'cable-order-required': {
    title: 'Court order required of a cable operator',
    paragraph:
      'Information that identifies a subscriber of a cable operator may be disclosed on a court order that authorizes ' +
      'it, after notice to the subscriber (47 U.S.C. § 551(c)(2)(B)). A subpoena alone is not such an order.',
    cureNeeded: true,
    restartsHold: true,
  },
  'content-barred': {
    title: 'Contents of communications',
    paragraph:
      'The paper asks for the contents of communications. We may not divulge them in answer to civil process ' +
      '(18 U.S.C. § 2702(a)), and object to that part. It does not need to be mended for the rest.',
    cureNeeded: false,
    restartsHold: false,
  },
  'overbroad-or-vague': {
    title: 'Overbroad or vague',
    paragraph:
      'The records are not described item by item or by a reasonably particular category, so that we cannot tell what ' +
      'is asked for. Please describe them more narrowly.',
    cureNeeded: true,
    restartsHold: false,
  },
  'insufficient-identifier': {
    title: 'Not enough to search by',
    paragraph:
      'The paper does not say enough for a search. For an Internet address we need the address, the date, the time with ' +
      'its time zone, and the port where one was recorded; for a number or an address, the whole of it and the dates asked about.',
    cureNeeded: true,
    restartsHold: false,
  },
  'dmca-notice-missing': {
    title: 'Copy of the DMCA notification missing',
    paragraph:
      'The subpoena under 17 U.S.C. § 512(h) does not come with a copy of the notification described in ' +
      '17 U.S.C. § 512(c)(3)(A).',
    cureNeeded: true,
    restartsHold: true,
  },
  'dmca-conduit': {
    title: 'DMCA subpoena to a conduit',
    paragraph:
      'A subpoena under 17 U.S.C. § 512(h) does not reach a provider that only carries what others send, as in § 512(a).',
    cureNeeded: false,
    restartsHold: false,
  },
  'no-expedited-discovery-order': {
    title: 'No order for early discovery',
    paragraph:
      'The paper seeks discovery before the conference that Fed. R. Civ. P. 26(f) requires, and no order that permits ' +
      'it is enclosed (Fed. R. Civ. P. 26(d)(1)).',
    cureNeeded: true,
    restartsHold: true,
  },
  'doe-showing-missing': {
    title: 'No showing for an anonymous speaker',
    paragraph:
      'The paper seeks to identify an anonymous speaker, and nothing enclosed shows that a court has found the showing ' +
      'that this needs.',
    cureNeeded: true,
    restartsHold: false,
  },
  'complaint-copy-requested': {
    title: 'Copy of the complaint requested',
    paragraph: 'Please send us a copy of the complaint in the action.',
    cureNeeded: true,
    restartsHold: false,
  },
  duplicate: {
    title: 'Served before',
    paragraph:
      'The same paper was served on us before. We go on under the reference above and the first day of service.',
    cureNeeded: false,
    restartsHold: false,
  },
  'not-our-number': {
    title: 'Number not assigned to us',
    paragraph:
      'The number is not assigned to us in the public numbering records. Please ask the carrier that those records name.',
    cureNeeded: true,
    restartsHold: true,
  },
  'informal-request': {
    title: 'A request without process',
    paragraph:
      'The paper is a request and not process of a court. We answer a valid subpoena, court order or search warrant.',
    cureNeeded: true,
    restartsHold: true,
  },
  privileged: {
    title: 'Privileged',
    paragraph: 'The paper asks for matter that is privileged or otherwise protected from disclosure.',
    cureNeeded: true,
    restartsHold: false,
  },
} as const satisfies Record<string, Deficiency>

export type DeficiencyCode = keyof typeof deficiencies

/** The codes, in the order in which a paper is read. */
export const deficiencyCodes = Object.keys(deficiencies) as [DeficiencyCode, ...DeficiencyCode[]]

export function isDeficiencyCode(code: string): code is DeficiencyCode {
  return Object.hasOwn(deficiencies, code)
}
