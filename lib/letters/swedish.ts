import { endOfDayWords, longDay, plainDay } from './dates.ts'
import { anyOf, legalTerm } from './english.ts'
import { strong } from './letter.ts'
import type { NoticeWords } from './notice_words.ts'

/** "domstolsföreläggande (subpoena)": the Swedish word helps to read, the English term says what it is. */
function named(processType: string): string {
  return `${noun(processType)} (${legalTerm(processType)})`
}

function theNamed(processType: string): string {
  return `${theNoun(processType)} (${legalTerm(processType)})`
}

const noun = (processType: string) =>
  processType === 'court-order' ? 'domstolsbeslut' : 'domstolsföreläggande'
const theNoun = (processType: string) =>
  processType === 'court-order' ? 'domstolsbeslutet' : 'domstolsföreläggandet'

const endings = {
  withdrawn: (term: string) => `${term} om dig har återkallats.`,
  quashed: (term: string) =>
    `En domstol har upphävt (quashed) ${term.charAt(0).toLowerCase()}${term.slice(1)} om dig.`,
  rejected: (term: string) => `Vi har avvisat ${term.charAt(0).toLowerCase()}${term.slice(1)} om dig.`,
}

function ending({ why, paper }: { why: keyof typeof endings; paper: { processType: string } }): string {
  const term = theNamed(paper.processType)
  return endings[why](term.charAt(0).toUpperCase() + term.slice(1))
}

export const swedish: NoticeWords = {
  language: 'sv',
  name: 'underrättelse till abonnent (notice to a subscriber)',
  subject: ({ paper, lastDayOn }) =>
    `Ett ${named(paper.processType)} frågar vem du är: läs detta före den ${plainDay(lastDayOn, 'sv')} (${paper.reference})`,
  title: ({ paper, answeredBefore }) =>
    `Ett ${named(paper.processType)} frågar oss vem du är.${answeredBefore ? '' : ' Vi har inte lämnat ut något.'}`,
  greeting: (name) => (name ? `Hej ${name},` : 'Hej,'),
  intro: ({ paper, issuingAttorney, firm, identifiers }) =>
    `${issuingAttorney || firm ? 'En advokat' : 'En part'} i ett tvistemål (civil case) har delgett oss ett ${named(paper.processType)} ` +
    `som frågar vem som står bakom ${identifiers.length === 1 ? 'ett nummer eller konto som är ditt' : 'nummer eller konton som är dina'}. ` +
    'Det är vår policy att berätta det för dig innan vi svarar, så att du kan invända om du vill.',
  answeredBefore:
    'Vi har redan svarat på det om ett annat nummer eller konto som är ditt. Detta brev gäller det som står nedan, ' +
    'och om det har vi inte lämnat ut något.',
  lastDay: ({ office, lastDayOn }) => ({
    label: 'Om du vill invända måste vi ha invändningen senast',
    day: longDay(lastDayOn, 'sv'),
    note: endOfDayWords(office.timeZone, 'sv'),
  }),
  opensOn: ({ releaseOpensOn }) => ({
    label: 'Om inget hindrar det får vi svara från och med',
    day: longDay(releaseOpensOn, 'sv'),
    note: 'inte tidigare',
  }),
  labels: {
    number: 'Ditt nummer',
    account: 'Ditt konto',
    asked: 'Vad som begärs',
    asker: 'Vem som begär',
    case: 'Målet',
    paper: 'Handlingen',
    reference: 'Vår referens',
  },
  targetKinds: {
    fax: 'Fax',
    telephone: 'Telefon',
    'e-mail': 'E-post',
    account: 'Konto',
    'ip-address': 'IP-adress',
    domain: 'Domän eller URL',
    name: 'Namn och adress',
  },
  asked: ({ recordsRequested }) =>
    recordsRequested
      ? `I handlingens egna ord: ${recordsRequested}`
      : 'Abonnentens namn, adress och andra uppgifter som visar vem du är',
  asker: ({ issuingParty, issuingAttorney, firm }) => {
    const lawyers = [issuingAttorney, firm].filter((name) => name !== '').join(', ')
    return issuingParty && lawyers ? `${issuingParty}, genom ${lawyers}` : issuingParty || lawyers
  },
  noCase: 'Handlingen nämner varken domstol eller mål.',
  dates: ({ issuedOn, receivedOn, complianceOn }) => {
    const past = [
      issuedOn && `utfärdad (issued) den ${plainDay(issuedOn, 'sv')}`,
      receivedOn && `mottagen (received) den ${plainDay(receivedOn, 'sv')}`,
    ]
    const asks = complianceOn
      ? `ber oss svara (compliance date) senast den ${plainDay(complianceOn, 'sv')}`
      : ''
    const words = [past.filter(Boolean).join(', '), asks].filter((part) => part !== '').join('; ')
    return words.charAt(0).toUpperCase() + words.slice(1)
  },
  whatYouCanDo: 'Vad du kan göra',
  object: ({ office, paper }) => [
    strong('Invänd.'),
    ` Skicka oss en kopia av en ansökan om att handlingen ska upphävas (motion to quash) som du har gett in till domstolen, ` +
      'med domstolens stämpel, eller en egen skriftlig invändning (written objection). ' +
      `${sendTo(office)}, och skriv ${paper.reference} på den. Så länge en ingiven ansökan (motion) prövas lämnar vi inte ut ` +
      'något om dig, om inte en domstol beslutar det. En invändning som inte har getts in kan ge dig mer tid, ' +
      'men räcker kanske inte.',
  ],
  askLawyer: ({ lawyerReferral }) => [
    strong('Fråga en advokat.'),
    ` Vi kan inte ge dig juridisk rådgivning.${lawyerReferral ? ` ${lawyerReferral}` : ''}`,
  ],
  doNothing: ({ releaseOpensOn }) => [
    strong('Gör ingenting.'),
    ` Då får vi svara, tidigast ${longDay(releaseOpensOn, 'sv')}. Ett telefonsamtal ensamt stoppar inte detta.`,
  ],
  whatItIsNot: 'Vad det här brevet inte betyder',
  notMeant: () =>
    'Det betyder inte att du är stämd eller anklagad för något. Vi är inte part i målet. ' +
    'Du är inte skyldig oss något för detta. Det du skriver till oss kan behöva visas för andra.',
  copy: ({ paper, copyEnclosed }) =>
    copyEnclosed
      ? `En kopia av ${theNamed(paper.processType)} följer med brevet, så som det delgavs oss.`
      : `Vill du ha en kopia av ${theNamed(paper.processType)}, skriv till oss och uppge ${paper.reference}, eller fråga den som har delgett det.`,
  releasedTitle: ({ paper }) => `Vi har svarat på ett ${named(paper.processType)} som frågar vem du är.`,
  releasedIntro: ({ paper, issuingAttorney, firm, answeredOn }) =>
    `${issuingAttorney || firm ? 'En advokat' : 'En part'} i ett tvistemål (civil case) har delgett oss ett ${named(paper.processType)} ` +
    `som frågar vem som står bakom det som står nedan. Vi svarade på det den ${plainDay(answeredOn, 'sv')}, och det vi lämnade ut säger vem du är. ` +
    'Det är vår policy att berätta det för dig innan vi svarar; den här gången kunde vi inte göra det förrän nu.',
  endedSubject: (facts) => `${ending(facts)} (${facts.paper.reference})`,
  endedTitle: (facts) => `${ending(facts)} Vi har inte lämnat ut något.`,
  ended: ({ paper, why, toldOn, endedOn }) =>
    `Vi skrev till dig${toldOn ? ` den ${plainDay(toldOn, 'sv')}` : ''} att ett ${named(paper.processType)} frågar oss vem du är. ` +
    `${endedWords[why]}${endedOn ? ` den ${plainDay(endedOn, 'sv')}` : ''}.`,
  endedRest: () =>
    'Vi kommer inte att svara på det och har inte lämnat ut något om dig. Du behöver inte göra något mer. ' +
    'Om någon frågar efter dig igen är det vår policy att berätta det för dig.',
  partTitle: ({ paper }) =>
    `En domstol har upphävt (quashed) en del av ${theNamed(paper.processType)} om dig.`,
  partEnded: ({ paper, toldOn, endedOn }) =>
    `Vi skrev till dig${toldOn ? ` den ${plainDay(toldOn, 'sv')}` : ''} att ett ${named(paper.processType)} frågar oss vem du är. ` +
    `Domstolen har upphävt (quashed) det${endedOn ? ` den ${plainDay(endedOn, 'sv')}` : ''} för det som står nedan, och bara för det.`,
  partRest:
    'Vi kommer inte att svara om det och har inte lämnat ut något om det. Har vi skrivit till dig om ett annat nummer ' +
    'eller konto som är ditt, gäller det brevet fortfarande, med sina dagar: vi får svara om det, och du kan ännu invända.',
}

const endedWords = {
  withdrawn: 'Det har återkallats (withdrawn) av den som delgav det',
  quashed: 'Domstolen har upphävt (quashed) det',
  rejected: 'Vi avvisade (rejected) det som ogiltigt',
}

function sendTo({ fax, email }: { fax: string; email: string }): string {
  const ways = [
    fax && `faxa den till ${fax}`,
    email && `mejla den till ${email}`,
    'posta den till vår adress',
  ]
  const words = anyOf(
    ways.filter((way) => way !== ''),
    'eller',
  )
  return words.charAt(0).toUpperCase() + words.slice(1)
}
