import type { Language } from './letter.ts'
import { saysNothing } from './requester.ts'

/** What each language must be able to say of the terms. The amounts come in already printed, and are never rewritten. */
export type TermsWords = {
  title: string
  subject: string
  greeting(name: string): string
  intro: string
  labels: Record<'research' | 'pages' | 'parcel' | 'testimony' | 'hold' | 'payment' | 'address', string>
  research(rate: string): string
  page(rate: string): string
  parcel(rate: string): string
  testimony(rate: string): string
  testimonyWithoutRate: string
  hold(days: number): string
  payment(days: number): string
  answer(reference: string): string
  saysNothing: string
  agreed: string
  sign: readonly string[]
}

export const termsWords: Record<Language, TermsWords> = {
  en: {
    title: 'Our terms of compensation, for you to agree to.',
    subject: 'Terms of compensation to agree to',
    greeting: (name) => (name ? `Dear ${name}:` : 'To whom it may concern:'),
    intro:
      'Under our civil subpoena policy, whoever serves a paper on us in a civil case agrees to these terms before we release anything.',
    labels: {
      research: 'Research',
      pages: 'Pages',
      parcel: 'Federal Express',
      testimony: 'Testimony',
      hold: 'Hold',
      payment: 'Payment',
      address: 'Mail to',
    },
    research: (rate) => `${rate} per hour`,
    page: (rate) => `${rate} per page`,
    parcel: (rate) => `${rate} to respond via Federal Express`,
    testimony: (rate) => `${rate} per hour, if testimony or deposition is required`,
    testimonyWithoutRate: 'Additional fees if testimony or deposition is required',
    hold: (days) =>
      `We generally produce nothing until ${days === 14 ? 'approximately two weeks (14 days)' : `approximately ${days} days`} after receipt, and notify the subscriber whose information is sought`,
    payment: (days) => `Within ${days} days from receipt of our invoice`,
    answer: (reference) =>
      `Please sign below and return this letter, or write to us that you agree, and give the reference ${reference}.`,
    saysNothing,
    agreed: 'Agreed',
    sign: ['Signature', 'Name, firm and date'],
  },
  ko: {
    title: '당사의 보상 조건(terms of compensation)에 동의하여 주십시오.',
    subject: '보상 조건(terms of compensation) 동의 요청',
    greeting: (name) => (name ? `${name} 귀하` : '담당자 귀하'),
    intro:
      '당사의 민사소환장(civil subpoena) 방침에 따라, 민사 사건에서 문서를 송달하는 분은 당사가 무엇이든 공개하기 전에 다음 조건에 동의하셔야 합니다.',
    labels: {
      research: '조사',
      pages: '쪽',
      parcel: 'Federal Express',
      testimony: '증언(testimony)',
      hold: '보류',
      payment: '지불',
      address: '주소',
    },
    research: (rate) => `시간당 ${rate}`,
    page: (rate) => `쪽당 ${rate}`,
    parcel: (rate) => `Federal Express로 답변하는 경우 ${rate}`,
    testimony: (rate) => `증언 또는 데포지션(deposition)이 필요한 경우 시간당 ${rate}`,
    testimonyWithoutRate: '증언 또는 데포지션(deposition)이 필요한 경우 추가 비용',
    hold: (days) =>
      `일반적으로 접수 후 ${days === 14 ? '약 2주(14일)' : `약 ${days}일`}가 지날 때까지 아무것도 제출하지 않으며, 정보가 요청된 가입자에게 알립니다`,
    payment: (days) => `당사의 송장을 받은 날부터 ${days}일 이내`,
    answer: (reference) =>
      `아래에 서명하여 이 편지를 돌려보내시거나, 동의한다는 뜻을 서면으로 보내 주십시오. ${reference} 번호를 적어 주십시오.`,
    saysNothing:
      '이 편지의 어떤 내용도 문서가 묻는 계정이나 기록을 당사가 가지고 있는지를 말하지 않습니다. 모든 이의(objections)를 유보합니다.',
    agreed: '동의합니다 (Agreed)',
    sign: ['서명 (Signature)', '이름, 법률사무소, 날짜 (Name, firm and date)'],
  },
  sv: {
    title: 'Våra villkor för ersättning (terms of compensation)',
    subject: 'Villkor för ersättning (terms of compensation) att godkänna',
    greeting: (name) => (name ? `Hej ${name},` : 'Hej,'),
    intro:
      'Enligt vår policy för domstolsförelägganden (civil subpoenas) godkänner den som delger oss en handling i ett tvistemål följande villkor innan vi lämnar ut något.',
    labels: {
      research: 'Efterforskning',
      pages: 'Sidor',
      parcel: 'Federal Express',
      testimony: 'Vittnesmål',
      hold: 'Väntetid',
      payment: 'Betalning',
      address: 'Adress',
    },
    research: (rate) => `${rate} per timme`,
    page: (rate) => `${rate} per sida`,
    parcel: (rate) => `${rate} för att svara via Federal Express`,
    testimony: (rate) => `${rate} per timme om vittnesmål (testimony) eller deposition krävs`,
    testimonyWithoutRate: 'Ytterligare avgifter om vittnesmål (testimony) eller deposition krävs',
    hold: (days) =>
      `Vi lämnar i allmänhet inte ut något förrän ${days === 14 ? 'ungefär två veckor (14 dagar)' : `ungefär ${days} dagar`} efter mottagandet, och underrättar abonnenten vars information efterfrågas`,
    payment: (days) => `Inom ${days} dagar från det att fakturan mottages`,
    answer: (reference) =>
      `Skriv under nedan och skicka tillbaka brevet, eller skriv till oss att du godkänner villkoren, och uppge ${reference}.`,
    saysNothing:
      'Inget i det här brevet säger om vi har något konto eller någon uppgift som handlingen frågar efter. Vi förbehåller oss alla invändningar (objections).',
    agreed: 'Godkännes (Agreed)',
    sign: ['Underskrift (Signature)', 'Namn, byrå och datum (Name, firm and date)'],
  },
}
