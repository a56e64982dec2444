import type { Deficiency } from './deficiency.ts'

/** What is wrong with the paper itself, or with how and when it was served. */
export const deficienciesOfForm = {
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
} as const satisfies Record<string, Deficiency>
