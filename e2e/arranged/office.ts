import { eq } from 'drizzle-orm'
import { objections, outbox } from '#db/schema.ts'
import { reader } from '#db/tx.ts'
import type { RunningDesk } from '../running_desk.ts'
import * as ending from './endings.ts'
import { Hand } from './hand.ts'
import * as story from './stories.ts'

export type ArrangedOffice = {
  readonly hand: Hand
  /** The references, by how far each paper came. */
  readonly papers: Readonly<Record<Paper, string>>
  /** What stands in an address after a word: "/invoices/" is followed by the number of one. */
  readonly after: Readonly<Record<string, string>>
}

export type Paper =
  | 'answered'
  | 'contested'
  | 'found'
  | 'barred'
  | 'to review'
  | 'rejected'
  | 'withdrawn'
  | 'governmental'

/** Arranges an office before it is served, so that nothing is delivered or done but by the story. */
export async function arrangeOffice(desk: RunningDesk): Promise<ArrangedOffice> {
  const hand = await Hand.of(desk)
  desk.setClock('2026-01-05 10:00')
  const answered = await story.log(hand, 'Larkmoor Dental v. Doe 1')
  await story.accept(hand, answered)
  const subscriber = await story.find(hand, answered)
  await story.notify(hand, answered, subscriber)
  await story.work(hand, answered)

  desk.setClock('2026-01-21 10:00')
  await ending.complain(hand, answered)
  await ending.answer(hand, answered)
  const { number, memo } = await ending.bill(hand, answered)

  const contested = await story.log(hand, 'Greaves Orthodontics v. Doe 9')
  await story.accept(hand, contested)
  await ending.contest(hand, contested, await story.find(hand, contested, subscriber))
  await story.work(hand, contested)

  const found = await story.log(hand, 'Hanbit Trading v. Doe 2')
  await story.accept(hand, found)
  await story.find(hand, found, subscriber)

  const barred = await story.log(hand, 'Copperline Energy v. Doe 6')
  await story.accept(hand, barred)
  await story.find(hand, barred, subscriber)
  await ending.bar(hand, barred)

  const rejected = await story.log(hand, 'Vellum Press v. Does 1–4')
  await ending.reject(hand, rejected)

  const withdrawn = await story.log(hand, 'Brask v. Union Quay')
  await story.accept(hand, withdrawn)
  await story.notify(hand, withdrawn, await story.find(hand, withdrawn, subscriber))
  await ending.withdraw(hand, withdrawn)

  const governmental = await story.log(hand, 'In re Marlowe', 'search-warrant')
  const toReview = await story.log(hand, '"><img src=x onerror=alert(1)> v. 김철수')
  const [objection] = await reader().select().from(objections).where(eq(objections.kind, 'informal'))
  const [mail] = await reader().select().from(outbox).where(eq(outbox.kind, 'invoice'))
  return {
    hand,
    papers: { answered, contested, found, barred, rejected, withdrawn, governmental, 'to review': toReview },
    after: {
      ...{
        targets: '1',
        notices: '1',
        objections: '1',
        'early-releases': '1',
        productions: '1',
        shipments: '1',
      },
      ...{ invoices: number, 'credit-memos': memo, requesters: 'R-00001', payments: 'P-00001' },
      ...{ people: hand.seats.billing.name, files: objection?.fileSha256 ?? '' },
      ...{ letters: '1', told: '1', mail: mail?.messageId.replace(/[<>]/g, '') ?? '' },
      ...{ decide: 'accept', terms: 'agreed' },
    },
  }
}
