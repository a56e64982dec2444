import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { longDay, plainDay } from './dates.ts'
import { english } from './english.ts'
import { korean } from './korean.ts'
import type { Language } from './letter.ts'
import { toHtml, toText } from './mail.ts'
import { noticeIn, releasedTold } from './notice.ts'
import { sampleNotice } from './sample_facts.ts'
import { swedish } from './swedish.ts'

const languages = [english, korean, swedish]
const alone = (words: typeof english) => toText(noticeIn(sampleNotice, words))

test.each([
  [english, 'We have released nothing.', 'We answered it before about another number or account of yours.'],
  [korean, '묻고 있습니다. 당사는 아무것도', '다른 번호 또는 계정에 관하여 이에 이미 답변하였습니다.'],
  [swedish, 'Vi har inte lämnat ut något.', 'Vi har redan svarat på det om ett annat nummer eller konto'],
])('where something left before, no notice says that nothing has: %#', (words, nothing, before) => {
  const { title, ...letter } = noticeIn({ ...sampleNotice, answeredBefore: true }, words)
  expect(title).not.toContain(nothing)
  expect(toText({ title, ...letter })).toContain(before)
})

test.each(languages)(
  'the letter after a release in $language says so, and names no day to object by',
  (words) => {
    const facts = { ...sampleNotice, answeredOn: calendarDate('2026-01-12') }
    const letter = releasedTold(facts, words.language)
    const text = `${letter.title} ${toText(letter)}`
    expect(text).toContain(plainDay(facts.answeredOn, words.language))
    expect(text).toContain('this time we could not tell you until now')
    expect(text).toContain('You owe us nothing')
    expect(text).not.toContain(longDay(sampleNotice.lastDayOn, words.language))
    expect(text).not.toContain('released nothing')
  },
)

test.each(languages)('the copy is said to be as it was served, for so it is sent: $language', (words) => {
  const said = words.copy({ ...sampleNotice, copyEnclosed: true })
  expect(said).not.toMatch(/blacked out|가렸|överstruket/)
  expect(said).toMatch(/as it was served on us|송달된 그대로|så som det delgavs oss/)
})

describe('what every notice must state, in each language', () => {
  const required: Record<Language, Record<string, string>> = {
    en: {
      'nothing has left': 'We have released nothing.',
      'we are no party': 'We are not a party to the case.',
      'not sued or accused': 'does not mean that you are sued or accused of anything',
      'nothing to pay': 'You owe us nothing',
      'a call does not stop it': 'A telephone call alone does not stop this.',
      'no legal advice': 'We cannot give you legal advice.',
      'a lawyer': 'Ask a lawyer.',
      'letters may be shown': 'What you write to us may have to be shown to others.',
      'what counts as objecting': 'a motion to quash that you have filed with the court, with its stamp',
    },
    ko: {
      'nothing has left': '당사는 아무것도 공개하지 않았습니다.',
      'we are no party': '당사자(party)가 아닙니다.',
      'not sued or accused': '귀하가 소송을 당했거나 무엇으로 고발되었다는 뜻이 아닙니다.',
      'nothing to pay': '당사에 지불하실 것은 없습니다.',
      'a call does not stop it': '전화만으로는 이를 멈출 수 없습니다.',
      'no legal advice': '법률 자문을 해 드릴 수 없습니다.',
      'a lawyer': '변호사와 상의하십시오.',
      'letters may be shown': '다른 사람에게 보여야 할 수도 있습니다.',
      'what counts as objecting': '접수 도장을 받은 취소 신청서(motion to quash)',
    },
    sv: {
      'nothing has left': 'Vi har inte lämnat ut något.',
      'we are no party': 'Vi är inte part i målet.',
      'not sued or accused': 'Det betyder inte att du är stämd eller anklagad för något.',
      'nothing to pay': 'Du är inte skyldig oss något',
      'a call does not stop it': 'Ett telefonsamtal ensamt stoppar inte detta.',
      'no legal advice': 'Vi kan inte ge dig juridisk rådgivning.',
      'a lawyer': 'Fråga en advokat.',
      'letters may be shown': 'kan behöva visas för andra',
      'what counts as objecting':
        '(motion to quash) som du har gett in till domstolen, med domstolens stämpel',
    },
  }
  const rows = languages.flatMap((words) =>
    Object.entries(required[words.language]).map(([what, sentence]) => ({
      words,
      language: words.language,
      what,
      sentence,
    })),
  )

  test.each(rows)('$language: $what', ({ words, sentence }) => {
    expect(alone(words)).toContain(sentence)
    expect(toHtml(noticeIn(sampleNotice, words)).replaceAll(/<[^>]+>/g, '')).toContain(sentence)
  })

  test('nobody is told that they have been sued', () => {
    expect(alone(english)).not.toMatch(
      /(?<!not mean that )you (are|were|have been) (being )?sued|lawsuit against/i,
    )
    expect(alone(swedish)).not.toMatch(/(?<!inte att )du (är|har blivit) stämd|den stämda/i)
    expect(alone(korean)).not.toMatch(/소송을 당했(?!거나)/)
  })
})
