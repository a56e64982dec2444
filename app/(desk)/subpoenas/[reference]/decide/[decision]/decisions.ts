import type { FormAction } from '#app/_forms/action.ts'
import {
  acceptAction,
  acceptInPartAction,
  findDeficientAction,
  referAction,
  rejectAction,
} from '../actions.ts'

type Ask = 'deficiencies' | 'answerBy' | 'letter'

type Page = {
  readonly title: string
  /** What pressing the button does. */
  readonly does: string
  readonly button: string
  readonly brick?: boolean
  readonly asks: readonly Ask[]
  readonly action: FormAction
}

export type Decision = 'accept' | 'accept-in-part' | 'deficient' | 'reject' | 'refer'

export const decisions: Readonly<Record<Decision, Page>> = {
  accept: {
    title: 'Accept the paper',
    does: 'The paper binds us to answer. Finding the subscriber, the notice and the hold go on from here; nothing leaves before the hold is over.',
    button: 'Accept the paper',
    asks: [],
    action: acceptAction,
  },
  'accept-in-part': {
    title: 'Accept the paper in part',
    does: 'We answer who the subscriber is. The contents that it asks for are refused, and a letter says so to the requester.',
    button: 'Accept in part, and send the objection',
    asks: ['letter'],
    action: acceptInPartAction,
  },
  deficient: {
    title: 'Find the paper deficient',
    does: 'A letter tells the requester what is missing and how to mend it. No subscriber is told, and no hold runs. Our own time to object goes on.',
    button: 'Find it deficient, and send the letter',
    asks: ['deficiencies', 'answerBy', 'letter'],
    action: findDeficientAction,
  },
  reject: {
    title: 'Reject the paper',
    does: 'The paper is not answered. A letter tells the requester why.',
    button: 'Reject it, and send the letter',
    brick: true,
    asks: ['deficiencies', 'letter'],
    action: rejectAction,
  },
  refer: {
    title: 'Refer the paper: not for this desk',
    does: 'It is handed to somebody else, such as outside counsel for a government’s demand. Nothing is sent from here.',
    button: 'Refer it',
    asks: [],
    action: referAction,
  },
}

export const isDecision = (name: string): name is Decision => Object.hasOwn(decisions, name)
