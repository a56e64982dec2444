import type { DeficiencyCode } from '#lib/subpoena/deficiencies.ts'
import { acceptInPart, acceptSubpoena } from '../../commands/review/accept.ts'
import { findDeficient, referSubpoena, rejectSubpoena } from '../../commands/review/refuse.ts'
import { closeSubpoena } from '../../commands/subpoena/close.ts'
import { recordTermsAgreed, recordTermsRefused, waiveTerms as waive } from '../../commands/terms/record.ts'
import { sendTerms as send } from '../../commands/terms/send.ts'
import { withdrawSubpoena } from '../../commands/withdrawal.ts'
import { type Firm, firms } from '../firms.ts'
import { letterToUs } from '../outside_paper.ts'
import { done, todayIn, upload } from '../play.ts'
import type { Step } from '../sample_case.ts'
import { step } from './step.ts'

type Counsel = 'halloway' | 'lindgate'

export const acceptPaper = (by: Counsel = 'halloway', reason = ''): Step =>
  step('accepts the paper', by, ({ reference, actors }) =>
    done(acceptSubpoena(actors[by], { reference, reason })),
  )

export const acceptPart = (reason: string): Step =>
  step('accepts the paper in part', 'halloway', ({ reference, actors }) =>
    done(acceptInPart(actors.halloway, { reference, reason })),
  )

export const deficient = (deficiencies: DeficiencyCode[], reason = ''): Step =>
  step('finds it deficient', 'halloway', ({ reference, actors }) =>
    done(findDeficient(actors.halloway, { reference, deficiencies, reason })),
  )

export const reject = (deficiencies: DeficiencyCode[], reason = ''): Step =>
  step('rejects it', 'lindgate', ({ reference, actors }) =>
    done(rejectSubpoena(actors.lindgate, { reference, deficiencies, reason })),
  )

export const refer = (reason: string): Step =>
  step('refers it', 'halloway', ({ reference, actors }) =>
    done(referSubpoena(actors.halloway, { reference, reason })),
  )

export const close = (reason = ''): Step =>
  step('closes it', 'amberley', ({ reference, actors }) =>
    done(closeSubpoena(actors.amberley, { reference, reason })),
  )

export const sendTerms = (): Step =>
  step('sends the terms', 'amberley', ({ reference, actors }) => done(send(actors.amberley, { reference })))

export const termsAgreed = (reason = 'Signed form by e-mail.'): Step =>
  step('records that the terms are agreed', 'amberley', (play) =>
    done(
      recordTermsAgreed(play.actors.amberley, { reference: play.reference, onDate: todayIn(play), reason }),
    ),
  )

export const termsRefused = (reason: string): Step =>
  step('records that the terms are refused', 'amberley', (play) =>
    done(
      recordTermsRefused(play.actors.amberley, { reference: play.reference, onDate: todayIn(play), reason }),
    ),
  )

export const waiveTerms = (reason: string): Step =>
  step('waives the terms', 'halloway', ({ reference, actors }) =>
    done(waive(actors.halloway, { reference, reason })),
  )

/** The letter that withdraws the paper is drawn, stored and put on file. */
export const withdraw = (words: string): Step =>
  step('records its withdrawal', 'amberley', async (play) => {
    const { given, reference, actors } = play
    const firm: Firm = firms[given.from]
    const on = todayIn(play)
    const drawn = letterToUs(on, [firm.name, firm.address], [words, firm.attorney])
    const file = await upload(play, 'amberley', { ...drawn, name: 'withdrawal.pdf' })
    await done(withdrawSubpoena(actors.amberley, { reference, withdrawnOn: on, file, reason: words }))
  })
