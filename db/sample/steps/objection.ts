import { addDays } from '#lib/calendar/date.ts'
import type { KindOf } from '#lib/kinds.ts'
import { askEarlyRelease } from '../../commands/early_release/ask.ts'
import { approveEarlyRelease, refuseEarlyRelease } from '../../commands/early_release/decide.ts'
import { changeObjectionEffect, recordObjectionOutcome } from '../../commands/objection/change.ts'
import { recordObjection } from '../../commands/objection/record.ts'
import { letterToUs, plainPaper } from '../outside_paper.ts'
import { done, todayIn, upload } from '../play.ts'
import type { Step } from '../sample_case.ts'
import { courtPaper } from './notice.ts'
import { step } from './step.ts'

type Objection = {
  readonly kind: KindOf<'objectionKinds'>
  readonly targets: number[]
  readonly where: string
  readonly text: string
  /** The name of its paper, such as "Motion to quash"; without it there is none. */
  readonly paper?: string
}

export const object = ({ kind, targets, where, text, paper }: Objection): Step =>
  step('takes an objection in', 'amberley', async (play) => {
    const { reference, actors, clock } = play
    const drawn = paper ? plainPaper(courtPaper(play), paper, [text]) : null
    const file = drawn ? await upload(play, 'amberley', { ...drawn, name: 'objection.pdf' }) : null
    await done(
      recordObjection(actors.amberley, {
        reference,
        kind,
        targets,
        filedWhere: where,
        filedOn: paper ? todayIn(play) : null,
        receivedAt: clock.now,
        text,
        file,
      }),
    )
  })

/** Counsel lets the first objection hold for so many days from today. */
export const extend = (days: number, reason: string): Step =>
  step('extends the hold', 'halloway', (play) =>
    done(
      changeObjectionEffect(play.actors.halloway, {
        reference: play.reference,
        objection: 1,
        version: 1,
        effect: 'extends-to-day',
        extendsToOn: addDays(todayIn(play), days),
        reason,
      }),
    ),
  )

/** How the first objection ended, with the paper that says so. */
export const outcome = (how: KindOf<'objectionOutcomes'>, words: string): Step =>
  step('records the outcome', 'halloway', async (play) => {
    const drawn = plainPaper(courtPaper(play), 'Order', [words])
    const file = await upload(play, 'halloway', { ...drawn, name: 'order.pdf' })
    await done(
      recordObjectionOutcome(play.actors.halloway, {
        reference: play.reference,
        objection: 1,
        outcome: how,
        outcomeOn: todayIn(play),
        reason: words,
        file,
      }),
    )
  })

type Early = {
  readonly ground: KindOf<'earlyReleaseGrounds'>
  readonly targets: number[]
  readonly reason: string
  readonly paper: readonly string[]
  readonly by?: 'ferrand' | 'amberley' | 'halloway'
}

export const askEarly = ({ ground, targets, reason, paper, by = 'ferrand' }: Early): Step =>
  step('asks for early release', by, async (play) => {
    const on = todayIn(play)
    const drawn =
      ground === 'court-order'
        ? plainPaper(courtPaper(play), 'Order', paper)
        : letterToUs(on, ['By hand'], paper)
    const file = await upload(play, by, { ...drawn, name: `${ground}.pdf` })
    await done(
      askEarlyRelease(play.actors[by], {
        reference: play.reference,
        ground,
        targets,
        opensOn: on,
        reason,
        file,
        dangerToLife: ground === 'emergency',
        consentVerified: ground === 'consent',
      }),
    )
  })

export const approveEarly = (reason: string): Step =>
  step('approves the early release', 'lindgate', ({ reference, actors }) =>
    done(approveEarlyRelease(actors.lindgate, { reference, earlyRelease: 1, reason })),
  )

export const refuseEarly = (reason: string): Step =>
  step('refuses the early release', 'halloway', ({ reference, actors }) =>
    done(refuseEarlyRelease(actors.halloway, { reference, earlyRelease: 1, reason })),
  )
