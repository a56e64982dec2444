import type { Deficiency } from './deficiency.ts'

/** What is wrong with what the paper asks for, or what the law wants beside it. */
export const deficienciesOfDemand = {
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
