import type { KindOf } from '#lib/kinds.ts'
import type { KeyDay, Language, Words } from './letter.ts'
import type { EndedFacts, NoticeFacts, ReleasedFacts, ServedPaper } from './notice_facts.ts'

/** What each language must be able to say to a subscriber. One letter is built of it, so no language leaves anything out. */
export type NoticeWords = {
  readonly language: Language
  subject(facts: NoticeFacts): string
  title(facts: NoticeFacts): string
  greeting(subscriberName: string): string
  intro(facts: NoticeFacts): string
  /** Said in place of “we have released nothing”, where something has left before. */
  answeredBefore: string
  lastDay(facts: NoticeFacts): KeyDay
  opensOn(facts: NoticeFacts): KeyDay
  readonly labels: Readonly<
    Record<'number' | 'account' | 'asked' | 'asker' | 'case' | 'paper' | 'reference', string>
  >
  readonly targetKinds: Readonly<Record<KindOf<'targetKinds'>, string>>
  asked(facts: NoticeFacts): string
  asker(facts: NoticeFacts): string
  noCase: string
  /** Issued, received, compliance day, as far as the paper has them; empty when it has none. */
  dates(paper: ServedPaper): string
  readonly whatYouCanDo: string
  object(facts: NoticeFacts): Words
  askLawyer(facts: NoticeFacts): Words
  doNothing(facts: NoticeFacts): Words
  readonly whatItIsNot: string
  notMeant(facts: NoticeFacts): string
  copy(facts: NoticeFacts): string
  /** The letter that what was asked has left, to who could not be told before. */
  releasedTitle(facts: ReleasedFacts): string
  releasedIntro(facts: ReleasedFacts): string
  /** The letter that a paper has ended. */
  endedSubject(facts: EndedFacts): string
  endedTitle(facts: EndedFacts): string
  ended(facts: EndedFacts): string
  endedRest(facts: EndedFacts): string
  /** The letter that a court has quashed a part of it, while the rest runs on. */
  partTitle(facts: EndedFacts): string
  partEnded(facts: EndedFacts): string
  partRest: string
  /** What the foot of the page calls it. */
  readonly name: string
}
