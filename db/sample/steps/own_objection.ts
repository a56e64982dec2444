import { decideNotToObject, objectOurselves } from '../../commands/objection/own.ts'
import { done } from '../play.ts'
import type { Step } from '../sample_case.ts'
import { step } from './step.ts'

/** Counsel has nothing to object to for the office. */
export const notObjecting = (reason = 'Proper in form, and no burden to answer.'): Step =>
  step('decides not to object', 'halloway', ({ reference, actors }) =>
    done(decideNotToObject(actors.halloway, { reference, reason })),
  )

/** The office objects for itself, and holds its answer back until that is settled. */
export const weObject = (targets: number[], grounds: string): Step =>
  step('objects for the office', 'halloway', ({ reference, actors }) =>
    done(
      objectOurselves(actors.halloway, { reference, targets, grounds, extensionTo: null, holdsBack: true }),
    ),
  )
