import type { FeeSchedule } from '#lib/billing/schedule.ts'
import { formatMoney } from '#lib/money.ts'
import type { PolicySettings } from '#lib/policy/policy.ts'
import { type Language, type Letter, type Row, row } from './letter.ts'
import { linesIn, signedBy } from './office.ts'
import { oneLine, subjectLine } from './plain.ts'
import { type ToRequester, toRequester } from './requester.ts'
import { type TermsWords, termsWords } from './terms_words.ts'

export type TermsFacts = ToRequester & {
  readonly schedule: Pick<
    FeeSchedule,
    'researchCentsPerHour' | 'pageCents' | 'parcelCents' | 'testimonyCentsPerHour'
  >
  readonly policy: Pick<PolicySettings, 'holdDays' | 'dueDays'>
}

/**
 * The terms of compensation, which a requester agrees to before anything is released, with a form to return. In English
 * for most; Korean and Swedish for requesters who read our policy in them. Money, days, payee and address are printed
 * from the same facts in every language, and never converted or written another way.
 */
export function termsLetter(facts: TermsFacts, language: Language = 'en'): Letter {
  const words = termsWords[language]
  const { paper, office } = facts
  const letter = toRequester(facts, {
    name: 'terms of compensation',
    subject: words.subject,
    title: words.title,
    blocks: [
      { kind: 'paragraph', words: words.intro },
      { kind: 'rows', rows: termsRows(facts, words) },
      { kind: 'paragraph', words: words.answer(paper.reference) },
      { kind: 'paragraph', words: words.saysNothing },
      { kind: 'paragraph', words: signedBy(office) },
      { kind: 'heading', text: words.agreed },
      { kind: 'sign', lines: words.sign },
    ],
  })
  if (language === 'en') return { ...letter, closing: '' }
  const greeting = words.greeting(oneLine(facts.contact || facts.firm))
  return {
    ...letter,
    language,
    greeting,
    closing: '',
    subject: subjectLine(`${paper.reference}: ${words.subject}`),
  }
}

function termsRows({ schedule, policy, office }: TermsFacts, words: TermsWords): Row[] {
  const { labels } = words
  const testimony = schedule.testimonyCentsPerHour
  return [
    ...row(labels.research, words.research(formatMoney(schedule.researchCentsPerHour))),
    ...row(labels.pages, words.page(formatMoney(schedule.pageCents))),
    ...row(labels.parcel, words.parcel(formatMoney(schedule.parcelCents))),
    ...row(
      labels.testimony,
      testimony === null ? words.testimonyWithoutRate : words.testimony(formatMoney(testimony)),
    ),
    ...row(labels.hold, words.hold(policy.holdDays)),
    ...row(labels.payment, words.payment(policy.dueDays), `Checks payable to ${office.payee}`),
    ...row(
      labels.address,
      [office.name, office.department].filter((part) => part !== '').join(', '),
      linesIn(office.address).join(', '),
    ),
  ]
}
