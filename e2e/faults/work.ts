/** Mixed work as four clerks do it: each paper goes its way from the served original to the check, a command a step. */
import { createHash } from 'node:crypto'
import { commands } from '#db/commands/index.ts'
import type { TestOffice } from '#db/testing/office.ts'
import { typedPaper } from '#db/testing/paper.ts'
import type { Actor } from '#lib/access/actor.ts'
import { dayOf, type Instant } from '#lib/calendar/instant.ts'
import { kindsOf } from '#lib/kinds.ts'
import type { Result } from '#lib/result.ts'

export type Actors = TestOffice['actors']

/** One command as it was sent, so that it can be sent once more. */
export type Act = {
  readonly command: string
  readonly as: keyof Actors
  readonly input: unknown
  readonly submission: string
}

/** One paper on its way, with what was answered about it. */
export type Walk = {
  /** Never the same twice: it stands in the caption. */
  readonly name: string
  readonly paper: string
  step: number
  reference: string
  subscriber: string
  invoice: string
  total: number
}

type Sent = Omit<Act, 'submission'>
type Step = (walk: Walk, now: Instant) => Sent
type Answer = { reference?: string; subscriber?: string; number?: unknown; total?: number }

const zone = 'America/Los_Angeles'
const about = (walk: Walk) => ({ reference: walk.reference })

/** Whoever serves all of these papers, and pays. */
export const requester = 'R-00001'

const steps: readonly Step[] = [
  (walk, now) => {
    const { newRequester: _, ...typed } = typedPaper(walk.paper, { caption: `Larkmoor v. ${walk.name}` })
    const arrived = { servedAt: now, receivedAt: now, requester }
    return { command: 'log-subpoena', as: 'intake', input: { ...typed, ...arrived } }
  },
  (walk) => ({ command: 'send-terms', as: 'intake', input: about(walk) }),
  (walk) => {
    const checks = kindsOf('checkItems').map((item) => ({ item, result: 'passed', note: '' }))
    return { command: 'judge-checks', as: 'intake', input: { ...about(walk), version: 1, checks } }
  },
  (walk) => ({ command: 'accept-subpoena', as: 'counsel', input: about(walk) }),
  (walk, now) => {
    const onDate = dayOf(now, zone)
    return { command: 'record-terms-agreed', as: 'intake', input: { ...about(walk), onDate } }
  },
  (walk) => {
    const who = { name: 'Ada Lindqvist', email: 'ada@subscriber.example', address: '', account: walk.name }
    const printed = { namePrinted: '', addressPrinted: '', language: 'en' }
    const input = { ...about(walk), targets: [1], existing: '', ...who, ...printed }
    return { command: 'find-subscriber', as: 'custodian', input }
  },
  (walk) => {
    const input = { ...about(walk), subscriber: walk.subscriber, language: null, lastDaySeen: null }
    return { command: 'send-notice', as: 'intake', input }
  },
  (walk, now) => {
    const work = { minutes: 25, workedOn: dayOf(now, zone), searched: 'Accounts and logs' }
    return { command: 'record-research', as: 'custodian', input: { ...about(walk), ...work } }
  },
  (walk) => ({ command: 'add-note', as: 'intake', input: { ...about(walk), text: 'They called.' } }),
  (walk) => ({ command: 'issue-invoice', as: 'billing', input: { ...about(walk), sending: 'e-mail' } }),
  (walk) => ({ command: 'send-invoice', as: 'billing', input: { number: walk.invoice, method: 'e-mail' } }),
  (walk, now) => {
    const check = { checkNumber: walk.name, payer: 'Oakhurst Tarn LLP', cents: walk.total }
    const input = { requester, ...check, receivedOn: dayOf(now, zone), first: walk.invoice }
    return { command: 'record-payment', as: 'billing', input }
  },
]

/** What comes next for this paper; null when it is paid. */
export function nextAct(walk: Walk, now: Instant): Act | null {
  const sent = steps[walk.step]?.(walk, now)
  return sent ? { ...sent, submission: `${walk.name}.${walk.step}` } : null
}

/** Goes on with what was answered. */
export function walkOn(walk: Walk, value: Answer): void {
  walk.step += 1
  if (value.reference) walk.reference = value.reference
  if (value.subscriber) walk.subscriber = value.subscriber
  if (String(value.number).startsWith('INV-')) walk.invoice = String(value.number)
  if (value.total) walk.total = value.total
}

const named = new Map(commands.map((command) => [command.command as string, command]))

/** Sends an act, the first time or once more. */
export function send({ command, as, input, submission }: Act, actors: Actors): Promise<Result<unknown>> {
  const run = named.get(command) as
    | ((actor: Actor, input: unknown, options: { submission: string }) => Promise<Result<unknown>>)
    | undefined
  if (!run) throw new Error(`There is no command ${command}.`)
  return run(actors[as], input, { submission })
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function chances(seed: string): () => number {
  let count = 0
  return () => createHash('sha256').update(`${seed} ${count++}`).digest().readUInt32LE(0) / 2 ** 32
}
