import { addDays } from '#lib/calendar/date.ts'
import { formatLong } from '#lib/calendar/format.ts'
import { barNotice } from '../../commands/bar.ts'
import { recordNoticeBounced } from '../../commands/notice/follow.ts'
import { recordNoticePosted } from '../../commands/notice/posted.ts'
import { postNotice, sendNotice } from '../../commands/notice/send.ts'
import { markCopyFit } from '../../commands/subscriber/change.ts'
import { findSubscriber } from '../../commands/subscriber/find.ts'
import { lookAtIdentity } from '../../commands/subscriber/look.ts'
import { noneFound, splitTarget } from '../../commands/target.ts'
import type { SubscriberFields } from '../../subscribers.ts'
import { plainPaper } from '../outside_paper.ts'
import { done, type Play, todayIn, upload } from '../play.ts'
import type { Step } from '../sample_case.ts'
import { caseNumberOf } from './intake.ts'
import { step } from './step.ts'

/** Whose these targets are. */
export const find = (targets: number[], who: SubscriberFields, by: 'ferrand' | 'marisko' = 'ferrand'): Step =>
  step('finds the subscriber', by, async (play) => {
    const { reference, actors, subscribers } = play
    const { subscriber } = await done(
      findSubscriber(actors[by], { reference, targets, existing: '', ...who }),
    )
    if (subscribers.size === 0) await done(lookAtIdentity(actors[by], { reference }))
    subscribers.set(who.name, subscriber)
  })

export const findNone = (targets: number[], searched: string): Step =>
  step('finds nobody', 'ferrand', ({ reference, actors }) =>
    done(noneFound(actors.ferrand, { reference, targets, searched })),
  )

export const split = (target: number, periods: string[]): Step =>
  step('splits a target', 'ferrand', ({ reference, actors }) =>
    done(splitTarget(actors.ferrand, { reference, target, periods: periods.join('\n') })),
  )

/** Counsel marks the copy of the paper fit to go along. */
export const copyFit = (name: string): Step =>
  step('marks the copy fit', 'halloway', ({ reference, actors, subscribers }) =>
    done(markCopyFit(actors.halloway, { reference, subscriber: subscribers.get(name) ?? name, fit: 'fit' })),
  )

/** To all who were found. Where the hold is to end on a certain day, on the day that makes it so. */
export const tell = (): Step => ({
  name: 'sends the notices',
  by: 'amberley',
  async run(play) {
    const { subscribers, noticeOn, byPost, clock } = play
    if (noticeOn && todayIn(play) < noticeOn) return { because: 'The hold is to end later.' }
    for (const name of subscribers.keys()) {
      await tellOne(play, name, byPost)
      clock.wait()
    }
    return null
  },
})

/** By post, today. */
export const postTo = (name: string): Step =>
  step('posts a notice', 'amberley', (play) => tellOne(play, name, true))

async function tellOne(play: Play, name: string, byPost: boolean): Promise<void> {
  const { reference, actors, subscribers } = play
  const subscriber = subscribers.get(name) ?? name
  const asked = { reference, subscriber, language: null, lastDaySeen: null }
  if (byPost) {
    const postedOn = todayIn(play)
    const { number } = await done(postNotice(actors.amberley, { ...asked, postedOn }))
    await done(recordNoticePosted(actors.amberley, { reference, notice: number, postedOn }))
  } else await done(sendNotice(actors.amberley, asked))
}

/** A bounce that came back as a mail of its own. */
export const bounced = (notice: number, why: string): Step =>
  step('records a bounce', 'amberley', ({ reference, actors }) =>
    done(recordNoticeBounced(actors.amberley, { reference, notice, why })),
  )

/** @param days From today, the last day of the order. */
export const bar = (targets: number[], days: number, reason: string): Step =>
  step('puts an order on file', 'halloway', async (play) => {
    const endsOn = addDays(todayIn(play), days)
    const drawn = plainPaper(courtPaper(play), 'Order', [
      `Upon the motion of the plaintiff, and good cause appearing, the custodian of records shall not notify the subscriber of the subpoena until the end of ${formatLong(endsOn)}.`,
      'So ordered.',
    ])
    const file = await upload(play, 'halloway', { ...drawn, name: 'order.pdf' })
    await done(barNotice(play.actors.halloway, { reference: play.reference, targets, endsOn, file, reason }))
  })

/** Court, caption and number for a paper of the same action, dated today. */
export function courtPaper(play: Play) {
  const { court, caption } = play.given.paper
  return { court, caption, caseNumber: caseNumberOf(play), on: todayIn(play) }
}
