import { english } from './english.ts'
import { korean } from './korean.ts'
import {
  type Block,
  caption,
  heading,
  type Language,
  type Letter,
  paragraph,
  row,
  type Words,
} from './letter.ts'
import type { EndedFacts, Identifier, NoticeFacts, ReleasedFacts, ServedPaper } from './notice_facts.ts'
import type { NoticeWords } from './notice_words.ts'
import { signedBy } from './office.ts'
import { oneLine, subjectLine } from './plain.ts'
import { swedish } from './swedish.ts'

const languages: Record<Language, NoticeWords> = { en: english, ko: korean, sv: swedish }

/**
 * Tells a subscriber that their identity is sought, until when it is held back, and how to object. In Korean and
 * Swedish the English letter follows, since the court and the paper speak English.
 *
 * Source: what providers’ published notices say to their subscribers. It advises nothing on the merits, and never says that they are sued.
 */
export function subscriberNotice(facts: NoticeFacts, language: Language): Letter {
  const letter = noticeIn(facts, languages[language])
  return language === 'en' ? letter : followedBy(letter, noticeIn(facts, english))
}

/**
 * Tells a subscriber who was notified that the paper was withdrawn, quashed or rejected, and that nothing left; or that
 * a part of it was quashed, and that the rest runs on.
 */
export function withdrawalTold(facts: EndedFacts, language: Language): Letter {
  const letter = endedIn(facts, languages[language])
  return language === 'en' ? letter : followedBy(letter, endedIn(facts, english))
}

/** Tells a subscriber, who could not be told before, that what was asked about them has left. */
export function releasedTold(facts: ReleasedFacts, language: Language): Letter {
  const letter = releasedIn(facts, languages[language])
  return language === 'en' ? letter : followedBy(letter, releasedIn(facts, english))
}

/** The notice in one language alone. */
export function noticeIn(facts: NoticeFacts, words: NoticeWords): Letter {
  const blocks: Block[] = [
    paragraph(facts.answeredBefore ? `${words.intro(facts)} ${words.answeredBefore}` : words.intro(facts)),
    { kind: 'days', first: words.lastDay(facts), second: words.opensOn(facts) },
    askedRows(facts, words),
    heading(words.whatYouCanDo),
    { kind: 'steps', items: [words.object(facts), words.askLawyer(facts), words.doNothing(facts)] },
    heading(words.whatItIsNot),
    paragraph(`${words.notMeant(facts)} ${words.copy(facts)}`),
  ]
  return {
    ...common(facts, words),
    subject: subjectLine(words.subject(facts)),
    title: words.title(facts),
    blocks,
  }
}

/** Whose, what, who asks, in which case and by which paper. */
function askedRows(facts: NoticeFacts, words: NoticeWords): Block {
  const { labels } = words
  return {
    kind: 'rows',
    rows: [
      ...row(
        numbersOnly(facts.identifiers) ? labels.number : labels.account,
        ...identifierLines(facts.identifiers, words),
      ),
      ...row(labels.asked, words.asked(facts)),
      ...row(labels.asker, words.asker(facts), facts.firmContact.join(', ')),
      ...row(labels.case, ...caseLines(facts.paper, words)),
      ...row(labels.paper, words.dates(facts.paper)),
    ],
  }
}

/** The letter to who could not be told before their records left: there is nothing to object to any more. */
function releasedIn(facts: ReleasedFacts, words: NoticeWords): Letter {
  const blocks: Block[] = [
    paragraph(words.releasedIntro(facts)),
    askedRows(facts, words),
    heading(words.whatYouCanDo),
    { kind: 'steps', items: [words.askLawyer(facts)] },
    heading(words.whatItIsNot),
    paragraph(`${words.notMeant(facts)} ${words.copy(facts)}`),
  ]
  const subject = subjectLine(`${words.releasedTitle(facts)} (${facts.paper.reference})`)
  return { ...common(facts, words), subject, title: words.releasedTitle(facts), blocks }
}

function endedIn(facts: EndedFacts, words: NoticeWords): Letter {
  const rows = [
    ...row(words.labels.case, ...caseLines(facts.paper, words)),
    ...row(words.labels.paper, words.dates(facts.paper)),
    ...row(words.labels.reference, facts.paper.reference),
  ]
  if (facts.only.length > 0) return partEndedIn(facts, words)
  return {
    ...common(facts, words),
    subject: subjectLine(words.endedSubject(facts)),
    title: words.endedTitle(facts),
    blocks: [paragraph(words.ended(facts)), { kind: 'rows', rows }, paragraph(words.endedRest(facts))],
  }
}

/** It names what has ended and says that the rest runs on: “you need do nothing more” would cost them their objection. */
function partEndedIn(facts: EndedFacts, words: NoticeWords): Letter {
  const { labels } = words
  const named = identifierLines(facts.only, words)
  const rows = [
    ...row(numbersOnly(facts.only) ? labels.number : labels.account, ...named),
    ...row(labels.case, ...caseLines(facts.paper, words)),
    ...row(labels.paper, words.dates(facts.paper)),
    ...row(labels.reference, facts.paper.reference),
  ]
  return {
    ...common(facts, words),
    subject: subjectLine(`${words.partTitle(facts)} (${facts.paper.reference})`),
    title: words.partTitle(facts),
    blocks: [paragraph(words.partEnded(facts)), { kind: 'rows', rows }, paragraph(words.partRest)],
  }
}

function common(facts: NoticeFacts | EndedFacts, words: NoticeWords) {
  const { office, paper, on } = facts
  return {
    language: words.language,
    greeting: words.greeting(oneLine(facts.subscriberName)),
    closing: signedBy(office),
    office,
    reference: paper.reference,
    on,
    name: words.name,
  }
}

/** The English letter after one in another language, within the same paper and the same mail. */
function followedBy(letter: Letter, second: Letter): Letter {
  return {
    ...letter,
    blocks: [
      ...letter.blocks,
      paragraph(letter.closing),
      { kind: 'part', title: second.title, language: second.language },
      paragraph(second.greeting),
      ...second.blocks,
    ],
    closing: second.closing,
  }
}

function identifierLines(identifiers: readonly Identifier[], { targetKinds }: NoticeWords): string[] {
  return identifiers.map(({ kind, identifier, period }) => {
    const named = `${targetKinds[kind]} ${oneLine(identifier)}`
    return period ? `${named}, ${oneLine(period)}` : named
  })
}

function numbersOnly(identifiers: readonly Identifier[]): boolean {
  return identifiers.every(({ kind }) => kind === 'fax' || kind === 'telephone')
}

/** Caption, court and number, as far as the paper has them. */
function caseLines({ caption: name, court, caseNumber }: ServedPaper, { noCase }: NoticeWords): Words[] {
  if (!name && !court && !caseNumber) return [noCase]
  const where = [court, caseNumber && `No. ${caseNumber}`].filter((part) => part !== '').join(', ')
  return [...(name ? [[caption(name)]] : []), where]
}
