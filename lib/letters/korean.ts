import { endOfDayWords, longDay, plainDay } from './dates.ts'
import { anyOf, legalTerm } from './english.ts'
import { strong } from './letter.ts'
import type { NoticeWords } from './notice_words.ts'

/** "소환장(subpoena)": both words end in a consonant, so that the particles 이, 은 and 을 fit either. */
function named(processType: string): string {
  return `${processType === 'court-order' ? '법원 명령' : '소환장'}(${legalTerm(processType)})`
}

const endings = {
  withdrawn: (term: string) => `귀하에 관한 ${term}이 철회되었습니다.`,
  quashed: (term: string) => `법원이 귀하에 관한 ${term}을 취소(quashed)하였습니다.`,
  rejected: (term: string) => `당사는 귀하에 관한 ${term}을 거부하였습니다.`,
}

export const korean: NoticeWords = {
  language: 'ko',
  name: '가입자 통지 (notice to a subscriber)',
  subject: ({ paper, lastDayOn }) =>
    `${named(paper.processType)}이 귀하가 누구인지 묻고 있습니다: ${plainDay(lastDayOn, 'ko')} 전에 읽어 주십시오 (${paper.reference})`,
  title: ({ paper, answeredBefore }) =>
    `${named(paper.processType)}이 귀하가 누구인지 묻고 있습니다.${answeredBefore ? '' : ' 당사는 아무것도 공개하지 않았습니다.'}`,
  greeting: (name) => (name ? `${name} 귀하` : '가입자 귀하'),
  intro: ({ paper, issuingAttorney, firm }) =>
    `한 민사 사건(civil case)의 ${issuingAttorney || firm ? '변호사' : '당사자'}가 귀하의 번호 또는 계정의 사용자가 누구인지 묻는 ` +
    `${named(paper.processType)}을 당사에 송달하였습니다. 원하시면 이의를 제기하실 수 있도록, 답변하기 전에 알려 드리는 것이 당사의 방침입니다.`,
  answeredBefore:
    '당사는 귀하의 다른 번호 또는 계정에 관하여 이에 이미 답변하였습니다. 이 편지는 아래에 적힌 것에 관한 것이며, ' +
    '그에 관하여는 아무것도 공개하지 않았습니다.',
  lastDay: ({ office, lastDayOn }) => ({
    label: '이의가 있으시면 이때까지 당사에 도착해야 합니다',
    day: longDay(lastDayOn, 'ko'),
    note: endOfDayWords(office.timeZone, 'ko'),
  }),
  opensOn: ({ releaseOpensOn }) => ({
    label: '막는 사유가 없으면 이날부터 답변할 수 있습니다',
    day: longDay(releaseOpensOn, 'ko'),
    note: '그 전에는 답변하지 않습니다',
  }),
  labels: {
    number: '귀하의 번호',
    account: '귀하의 계정',
    asked: '요청 내용',
    asker: '요청한 사람',
    case: '사건',
    paper: '송달된 문서',
    reference: '당사 번호',
  },
  targetKinds: {
    fax: '팩스',
    telephone: '전화',
    'e-mail': '이메일',
    account: '계정',
    'ip-address': 'IP 주소',
    domain: '도메인 또는 URL',
    name: '이름과 주소',
  },
  asked: ({ recordsRequested }) =>
    recordsRequested
      ? `문서에 적힌 그대로: ${recordsRequested}`
      : '가입자의 이름, 주소 및 귀하가 누구인지 알 수 있는 그 밖의 정보',
  asker: ({ issuingParty, issuingAttorney, firm }) => {
    const lawyers = [issuingAttorney, firm].filter((name) => name !== '').join(', ')
    return issuingParty && lawyers ? `${issuingParty}, 대리인 ${lawyers}` : issuingParty || lawyers
  },
  noCase: '문서에 법원이나 사건이 적혀 있지 않습니다.',
  dates: ({ issuedOn, receivedOn, complianceOn }) =>
    [
      issuedOn && `발부일(issued) ${plainDay(issuedOn, 'ko')}`,
      receivedOn && `접수일(received) ${plainDay(receivedOn, 'ko')}`,
      complianceOn && `답변 기한(compliance date) ${plainDay(complianceOn, 'ko')}`,
    ]
      .filter(Boolean)
      .join(', '),
  whatYouCanDo: '귀하가 하실 수 있는 일',
  object: ({ office, paper }) => [
    strong('이의를 제기하십시오.'),
    ' 법원에 제출하여 접수 도장을 받은 취소 신청서(motion to quash)의 사본 또는 귀하의 서면 이의(written objection)를 당사에 보내 주십시오. ' +
      `${sendTo(office)} 보내시고, 문서에 ${paper.reference} 번호를 적어 주십시오. 제출된 신청(motion)이 계류 중인 동안에는 법원의 명령이 ` +
      '없는 한 귀하에 관하여 아무것도 공개하지 않습니다. 법원에 제출하지 않은 이의로는 시간을 더 얻을 수 있으나 충분하지 않을 수 있습니다.',
  ],
  askLawyer: ({ lawyerReferral }) => [
    strong('변호사와 상의하십시오.'),
    ` 당사는 법률 자문을 해 드릴 수 없습니다.${lawyerReferral ? ` ${lawyerReferral}` : ''}`,
  ],
  doNothing: ({ releaseOpensOn }) => [
    strong('아무것도 하지 않으실 수도 있습니다.'),
    ` 그러면 당사는 빠르면 ${longDay(releaseOpensOn, 'ko')}에 답변할 수 있습니다. 전화만으로는 이를 멈출 수 없습니다.`,
  ],
  whatItIsNot: '이 편지가 뜻하지 않는 것',
  notMeant: () =>
    '귀하가 소송을 당했거나 무엇으로 고발되었다는 뜻이 아닙니다. 당사는 이 사건의 당사자(party)가 아닙니다. ' +
    '이 일로 당사에 지불하실 것은 없습니다. 당사에 써 보내시는 내용은 다른 사람에게 보여야 할 수도 있습니다.',
  copy: ({ paper, copyEnclosed }) =>
    copyEnclosed
      ? `${named(paper.processType)} 사본을 당사에 송달된 그대로 이 편지와 함께 보내 드립니다.`
      : `${named(paper.processType)} 사본이 필요하시면 ${paper.reference} 번호를 적어 당사에 요청하시거나, 송달한 쪽에 요청하십시오.`,
  releasedTitle: ({ paper }) => `당사는 귀하가 누구인지 묻는 ${named(paper.processType)}에 답변하였습니다.`,
  releasedIntro: ({ paper, issuingAttorney, firm, answeredOn }) =>
    `한 민사 사건(civil case)의 ${issuingAttorney || firm ? '변호사' : '당사자'}가 아래에 적힌 번호 또는 계정의 사용자가 누구인지 묻는 ` +
    `${named(paper.processType)}을 당사에 송달하였습니다. 당사는 ${plainDay(answeredOn, 'ko')}에 이에 답변하였으며, ` +
    '당사가 넘겨준 것에는 귀하가 누구인지가 담겨 있습니다. 답변하기 전에 알려 드리는 것이 당사의 방침이나, ' +
    '이번에는 지금까지 알려 드릴 수 없었습니다.',
  endedSubject: ({ paper, why }) => `${endings[why](named(paper.processType))} (${paper.reference})`,
  endedTitle: ({ paper, why }) =>
    `${endings[why](named(paper.processType))} 당사는 아무것도 공개하지 않았습니다.`,
  ended: ({ paper, why, toldOn, endedOn }) =>
    `당사는 ${toldOn ? `${plainDay(toldOn, 'ko')}에 ` : ''}${named(paper.processType)}이 귀하가 누구인지 묻고 있다고 알려 드렸습니다. ` +
    `${endedOn ? `${plainDay(endedOn, 'ko')}에 ` : ''}${endedWords[why]}`,
  endedRest: () =>
    '당사는 이에 답변하지 않으며, 귀하에 관하여 아무것도 공개하지 않았습니다. 더 하실 일은 없습니다. ' +
    '귀하에 관한 요청이 다시 오면 알려 드리는 것이 당사의 방침입니다.',
  partTitle: ({ paper }) =>
    `법원이 귀하에 관한 ${named(paper.processType)}의 일부를 취소(quashed)하였습니다.`,
  partEnded: ({ paper, toldOn, endedOn }) =>
    `당사는 ${toldOn ? `${plainDay(toldOn, 'ko')}에 ` : ''}${named(paper.processType)}이 귀하가 누구인지 묻고 있다고 알려 드렸습니다. ` +
    `법원이 ${endedOn ? `${plainDay(endedOn, 'ko')}에 ` : ''}아래에 적힌 것에 한하여 이를 취소(quashed)하였습니다.`,
  partRest:
    '당사는 그에 관하여 답변하지 않으며, 그에 관하여 아무것도 공개하지 않았습니다. 귀하의 다른 번호 또는 계정에 관하여 ' +
    '보내 드린 편지가 있다면 그 편지와 거기에 적힌 기한은 그대로 유효합니다. 당사는 그것에 관하여 답변할 수 있으며, ' +
    '귀하는 여전히 이의를 제기하실 수 있습니다.',
}

const endedWords = {
  withdrawn: '송달한 쪽이 이를 철회(withdrawn)하였습니다.',
  quashed: '법원이 이를 취소(quashed)하였습니다.',
  rejected: '당사는 이를 유효하지 않은 것으로 거부(rejected)하였습니다.',
}

function sendTo({ fax, email }: { fax: string; email: string }): string {
  const ways = [fax && `팩스 ${fax}`, email && `이메일 ${email}`, '당사 주소 앞 우편'].filter(
    (way) => way !== '',
  )
  return `${anyOf(ways, '또는')}으로`
}
