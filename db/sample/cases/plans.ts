import type { KindOf } from '#lib/kinds.ts'
import type { SubscriberFields } from '../../subscribers.ts'
import type { SamplePerson } from '../people.ts'
import type { Step } from '../sample_case.ts'
import { issue, received, send } from '../steps/billing.ts'
import { askSnapshot, assign, judge, log, snapshotMade } from '../steps/intake.ts'
import { find, tell } from '../steps/notice.ts'
import { notObjecting } from '../steps/own_objection.ts'
import { arrived, type Documents, prepare, release, research, ship } from '../steps/production.ts'
import { acceptPaper, sendTerms, termsAgreed } from '../steps/review.ts'

export type Plan = readonly (Step | number)[]

/** Logged, given to somebody, and the snapshot made. */
export const logged = (to: SamplePerson = 'ferrand'): Plan => [
  log(),
  assign(to),
  askSnapshot(),
  snapshotMade(),
]

/** Judged and accepted, with the terms sent. */
export const justAccepted = (to: SamplePerson = 'ferrand'): Plan => [
  ...logged(to),
  judge(),
  sendTerms(),
  1,
  acceptPaper(),
]

/** Accepted, and counsel has nothing to object to. */
export const accepted = (to: SamplePerson = 'ferrand'): Plan => [...justAccepted(to), notObjecting()]

/** The same all on the day it came, where a hold is to end on a certain day. */
export const acceptedAtOnce = (to: SamplePerson = 'ferrand'): Plan => [
  ...logged(to),
  judge(),
  sendTerms(),
  acceptPaper(),
  notObjecting(),
]

/** The one subscriber of target A is found and told. */
export const told = (who: SubscriberFields): Plan => [find([1], who), tell()]

/** Accepted, told, the terms agreed a few days later. */
export const held = (who: SubscriberFields, to: SamplePerson = 'ferrand'): Plan => [
  ...accepted(to),
  ...told(who),
  3,
  termsAgreed(),
]

type Answer = {
  readonly minutes: number
  readonly documents: Documents
  readonly by?: KindOf<'shipmentMethods'>
}

/** Researched and prepared while the hold runs; released, shipped and arrived once it is over. */
export const answered = ({ minutes, documents, by = 'fedex' }: Answer): Plan => [
  2,
  research(minutes, 'Account records, devices and sign-in log for the dates asked about, Pacific time.'),
  1,
  prepare(documents),
  release(),
  ship(by),
  1,
  arrived(),
]

/** Invoiced by e-mail; received as soon as their server took it. */
export const billed = (): Plan => [1, issue(), send(), received()]
