import { endOfDayWords, longDay, plainDay } from './dates.ts'
import { strong } from './letter.ts'
import type { NoticeWords } from './notice_words.ts'

const terms: Record<string, string> = {
  'ao-88a': 'deposition subpoena',
  'subp-010': 'deposition subpoena for business records',
  'trial-subpoena': 'trial subpoena',
  'court-order': 'court order',
  'dmca-512h': 'DMCA subpoena under 17 U.S.C. § 512(h)',
}

/** The legal name of a served paper in a sentence. It stands in English in every language: a translation names another thing. */
export function legalTerm(processType: string): string {
  return terms[processType] ?? 'subpoena'
}

/** "subpoena", or "order" for an order of a court, for the second time that a letter speaks of it. */
export function shortTerm(processType: string): string {
  return processType === 'court-order' ? 'order' : 'subpoena'
}

/** "a", "a or b", "a, b or c". */
export function anyOf(items: readonly string[], or = 'or'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${or} ${items.at(-1)}`
}

const endings = {
  withdrawn: (term: string) => `The ${term} about you has been withdrawn.`,
  quashed: (term: string) => `A court has quashed the ${term} about you.`,
  rejected: (term: string) => `We have rejected the ${term} about you.`,
}

export const english: NoticeWords = {
  language: 'en',
  name: 'notice to a subscriber',
  subject: ({ paper, lastDayOn }) =>
    `A ${legalTerm(paper.processType)} asks who you are: please read this before ${plainDay(lastDayOn, 'en')} (${paper.reference})`,
  title: ({ paper, answeredBefore }) =>
    `A ${legalTerm(paper.processType)} asks us who you are.${answeredBefore ? '' : ' We have released nothing.'}`,
  greeting: (name) => (name ? `Dear ${name}:` : 'Dear subscriber:'),
  intro: ({ paper, issuingAttorney, firm, identifiers }) =>
    `${issuingAttorney || firm ? 'A lawyer' : 'A party'} in a civil case has served us with a ${legalTerm(paper.processType)} ` +
    `that asks who is behind ${identifiers.length === 1 ? 'a number or account' : 'numbers or accounts'} of yours. ` +
    'It is our policy to tell you before we answer, so that you can object if you wish.',
  answeredBefore:
    'We answered it before about another number or account of yours. This letter is about what stands below, ' +
    'of which we have released nothing.',
  lastDay: ({ office, lastDayOn }) => ({
    label: 'If you want to object, we must have it by',
    day: longDay(lastDayOn, 'en'),
    note: endOfDayWords(office.timeZone, 'en'),
  }),
  opensOn: ({ releaseOpensOn }) => ({
    label: 'If nothing stands in the way, we may answer from',
    day: longDay(releaseOpensOn, 'en'),
    note: 'not before',
  }),
  labels: {
    number: 'Your number',
    account: 'Your account',
    asked: 'What is asked',
    asker: 'Who asks',
    case: 'The case',
    paper: 'The paper',
    reference: 'Our reference',
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
  asked: ({ recordsRequested }) =>
    recordsRequested || 'The subscriber’s name, address and other details that say who you are',
  asker: ({ issuingParty, issuingAttorney, firm }) => {
    const lawyers = [issuingAttorney, firm].filter((name) => name !== '').join(', ')
    return issuingParty && lawyers ? `${issuingParty}, through ${lawyers}` : issuingParty || lawyers
  },
  noCase: 'The paper does not name a court or a case.',
  dates: ({ issuedOn, receivedOn, complianceOn }) => {
    const past = [
      issuedOn && `issued ${plainDay(issuedOn, 'en')}`,
      receivedOn && `received ${plainDay(receivedOn, 'en')}`,
    ]
    const asks = complianceOn ? `asks us to answer by ${plainDay(complianceOn, 'en')}` : ''
    const words = [past.filter(Boolean).join(', '), asks].filter((part) => part !== '').join('; ')
    return words.charAt(0).toUpperCase() + words.slice(1)
  },
  whatYouCanDo: 'What you can do',
  object: ({ office, paper }) => [
    strong('Object.'),
    ' Send us a copy of a motion to quash that you have filed with the court, with its stamp, or a written objection of your own. ' +
      `${sendTo(office)}, and write ${paper.reference} on it. While a filed motion stands, we release nothing about you ` +
      'unless a court orders it. An objection that is not filed may win you time, but may not be enough.',
  ],
  askLawyer: ({ lawyerReferral }) => [
    strong('Ask a lawyer.'),
    ` We cannot give you legal advice.${lawyerReferral ? ` ${lawyerReferral}` : ''}`,
  ],
  doNothing: ({ releaseOpensOn }) => [
    strong('Do nothing.'),
    ` We may then answer, on ${longDay(releaseOpensOn, 'en')} at the earliest. A telephone call alone does not stop this.`,
  ],
  whatItIsNot: 'What this letter does not mean',
  notMeant: () =>
    'It does not mean that you are sued or accused of anything. We are not a party to the case. You owe us nothing for this. ' +
    'What you write to us may have to be shown to others.',
  copy: ({ paper, copyEnclosed }) =>
    copyEnclosed
      ? `A copy of the ${shortTerm(paper.processType)} comes with this letter, as it was served on us.`
      : `For a copy of the ${shortTerm(paper.processType)}, write to us and give the reference ${paper.reference}, or ask those who served it.`,
  releasedTitle: ({ paper }) => `We have answered a ${legalTerm(paper.processType)} that asks who you are.`,
  releasedIntro: ({ paper, issuingAttorney, firm, answeredOn }) =>
    `${issuingAttorney || firm ? 'A lawyer' : 'A party'} in a civil case has served us with a ${legalTerm(paper.processType)} ` +
    `that asks who is behind what stands below. We answered it on ${plainDay(answeredOn, 'en')}, and what we handed over says who you are. ` +
    'It is our policy to tell you before we answer; this time we could not tell you until now.',
  endedSubject: ({ paper, why }) => `${endings[why](legalTerm(paper.processType))} (${paper.reference})`,
  endedTitle: ({ paper, why }) => `${endings[why](legalTerm(paper.processType))} We have released nothing.`,
  ended: ({ paper, why, toldOn, endedOn }) =>
    `We wrote to you${toldOn ? ` on ${plainDay(toldOn, 'en')}` : ''} that a ${legalTerm(paper.processType)} asks us who you are. ` +
    `${endedWords[why]}${endedOn ? ` on ${plainDay(endedOn, 'en')}` : ''}.`,
  endedRest: () =>
    'We will not answer it, and have released nothing about you. You need do nothing more. ' +
    'If another one asks for you, it is our policy to tell you again.',
  partTitle: ({ paper }) => `A court has quashed a part of the ${legalTerm(paper.processType)} about you.`,
  partEnded: ({ paper, toldOn, endedOn }) =>
    `We wrote to you${toldOn ? ` on ${plainDay(toldOn, 'en')}` : ''} that a ${legalTerm(paper.processType)} asks us who you are. ` +
    `The court has quashed it${endedOn ? ` on ${plainDay(endedOn, 'en')}` : ''} for what stands below, and for that alone.`,
  partRest:
    'We will not answer about it, and have released nothing about it. Where we wrote to you about another number or ' +
    'account of yours, that letter stands, with its days: we may answer about that one, and you can still object.',
}

const endedWords = {
  withdrawn: 'It has been withdrawn by those who served it',
  quashed: 'The court has quashed it',
  rejected: 'We rejected it as not valid',
}

function sendTo({ fax, email }: { fax: string; email: string }): string {
  const ways = anyOf(
    [fax && `fax it to ${fax}`, email && `e-mail it to ${email}`, 'mail it to our address'].filter(
      (way) => way !== '',
    ),
  )
  return ways.charAt(0).toUpperCase() + ways.slice(1)
}
