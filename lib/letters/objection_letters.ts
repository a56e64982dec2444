import type { CalendarDate } from '#lib/calendar/date.ts'
import { longDay, plainDay } from './dates.ts'
import { shortTerm } from './english.ts'
import { heading, type Letter, paragraph } from './letter.ts'
import { saysNothing, type ToRequester, toRequester } from './requester.ts'

/** Objects to the part of a paper that asks for the contents of communications; the rest is handled as any other. */
export function contentRefusedLetter(facts: ToRequester): Letter {
  const term = shortTerm(facts.paper.processType)
  return toRequester(facts, {
    name: 'objection in part',
    subject: `Objection to a part of the ${term}`,
    title: `We object to a part of the ${term}.`,
    blocks: [
      paragraph(
        `The ${term} asks for the contents of communications, such as images of faxes or recorded messages. We object to that part. ` +
          '18 U.S.C. § 2702(a) bars us from divulging contents, and none of the exceptions in § 2702(b) is for a civil subpoena. ' +
          'The sender or the addressee of a communication can be asked for it.',
      ),
      paragraph(
        `The rest of the ${term} we handle under our civil subpoena policy. Whatever we may produce later will hold no contents.`,
      ),
      paragraph(saysNothing),
    ],
  })
}

/**
 * Tells a requester that nothing is produced for now, since an objection stands. Whose it is, of what kind and to which
 * target is not among the facts, so the letter cannot say who objected or that a subscriber was found.
 */
export function objectionReceivedLetter(facts: ToRequester & { readonly receivedOn: CalendarDate }): Letter {
  const term = shortTerm(facts.paper.processType)
  return toRequester(facts, {
    name: 'objection received',
    subject: `An objection to the ${term} stands`,
    title: `An objection to the ${term} stands.`,
    blocks: [
      paragraph(
        `On ${longDay(facts.receivedOn, 'en')} we entered an objection to the ${term} named above. While it stands we produce nothing ` +
          'that it may concern. We will go on when a court has decided, or when the objection is withdrawn or has lapsed.',
      ),
      paragraph(
        `If you move to compel, or the objection is settled, please send us a copy of the paper and write ${facts.paper.reference} on it.`,
      ),
      paragraph(saysNothing),
    ],
  })
}

/** Our own written objection, in time and for reasons that counsel gives; it may ask for a later day as well. */
export function ownObjectionLetter(
  facts: ToRequester & {
    readonly grounds: string
    readonly servedOn: CalendarDate | null
    readonly extensionTo: CalendarDate | null
  },
): Letter {
  const { paper, grounds, servedOn, extensionTo } = facts
  const term = shortTerm(paper.processType)
  const federal = paper.processType === 'ao-88b' || paper.processType === 'ao-88a'
  return toRequester(facts, {
    name: 'our objection',
    subject: `Written objection to the ${term}`,
    title: `We object to the ${term}.`,
    blocks: [
      paragraph(
        `This is our written objection to the ${term} named above` +
          `${servedOn ? `, served on ${plainDay(servedOn, 'en')}` : ''}` +
          `${federal ? ', under Fed. R. Civ. P. 45(d)(2)(B)' : ''}. We are not a party to the action.`,
      ),
      heading('Grounds'),
      paragraph(grounds),
      ...(extensionTo
        ? [
            heading('A later day'),
            paragraph(
              'Our policy is to notify a subscriber whose information is sought, and to answer after a time to object. ' +
                `We ask you to agree in writing that the time both to object and to produce runs to ${longDay(extensionTo, 'en')}.`,
            ),
          ]
        : []),
      paragraph(saysNothing),
    ],
  })
}
