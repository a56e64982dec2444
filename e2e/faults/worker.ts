/** A desk at work in a process of its own, which may be killed at any moment. What it was answered stands in a ledger. */
import { openSync, writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { tick } from '#app/_background/clockwork.ts'
import { deliverDue } from '#app/_background/delivery.ts'
import { repeat } from '#app/_background/repeat.ts'
import { storeUpload } from '#db/files.ts'
import { closeOffice, openOffice } from '#db/office.ts'
import { theOffice } from '#db/open_office.ts'
import { pdfOf } from '#db/testing/upload.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { type Act, type Actors, chances, nextAct, send, type Walk, walkOn } from './work.ts'

export type Order = {
  /** Unlike any other worker's: papers, senders and chances are named by it. */
  readonly name: string
  readonly folder: string
  readonly ledger: string
  /** What its clock says when it starts. */
  readonly now: Instant
  readonly actors: Actors
  readonly smtpUrl: string
  /** Milliseconds after which it stops in good order; without them it works until it is killed. */
  readonly until?: number
  /** Milliseconds that a client rests after each act; none when left out. */
  readonly pace?: number
}

/** A line of the ledger: what begins, what was answered, and what was stored. */
export type Line =
  | { readonly begins: Act }
  | { readonly done: string; readonly value: unknown }
  | { readonly refused: string; readonly kind: string }
  | { readonly stored: string }
  | { readonly slowest: number; readonly acts: number }

const order = JSON.parse(process.argv[2] ?? '{}') as Order
const { name, folder, actors, smtpUrl, until, pace = 0 } = order
const startedAt = performance.now()
const worked = () => performance.now() - startedAt
const isOver = () => until !== undefined && worked() > until
const clock = () => Math.floor(order.now + worked()) as Instant

const ledger = openSync(order.ledger, 'a')
/** One call a line: what was said before a kill is in the file. */
const note = (line: Line) => void writeSync(ledger, `${JSON.stringify(line)}\n`)
let slowest = 0
let acts = 0

async function client(number: number): Promise<void> {
  const chance = chances(`${name} ${number}`)
  const walks: Walk[] = []
  for (let count = 0; !isOver(); ) {
    if (walks.length === 0 || (walks.length < 4 && chance() < 0.1)) {
      walks.push(await served(`${name}-${number}-${count++}`))
    }
    const walk = walks[Math.floor(chance() * walks.length)]
    const act = walk && nextAct(walk, clock())
    if (act) await take(walk, act)
    else walks.splice(walks.indexOf(walk as Walk), 1)
    // As a request would come: through the event loop, so that the others get in between.
    await wait(pace)
  }
}

/** A paper comes in: its bytes are stored before anything is said of it. */
async function served(words: string): Promise<Walk> {
  async function* content() {
    yield pdfOf(words)
  }
  const stored = await storeUpload(actors.intake, { name: 'subpoena.pdf', content: content() })
  if (!stored.ok) throw new Error(stored.refusal.sentence)
  note({ stored: stored.value.sha256 })
  const paper = stored.value.sha256
  return { name: words, paper, step: 0, reference: '', subscriber: '', invoice: '', total: 0 }
}

async function take(walk: Walk, act: Act): Promise<void> {
  note({ begins: act })
  const from = performance.now()
  const result = await send(act, actors)
  slowest = Math.max(slowest, performance.now() - from)
  acts += 1
  if (result.ok) {
    note({ done: act.submission, value: result.value })
    walkOn(walk, result.value as Parameters<typeof walkOn>[1])
  } else {
    note({ refused: act.submission, kind: result.refusal.kind })
    walk.step = Number.POSITIVE_INFINITY
  }
}

await openOffice(folder, 'real', clock)
const delivery = repeat('mail delivery', 20, async (stopping) => {
  await deliverDue({ owner: name, smtpUrl, stopping })
})
const clockwork = repeat('clockwork', 200, tick)
process.stdout.write('at work\n')
await Promise.all([1, 2, 3, 4].map(client))
await Promise.all([delivery.stop(), clockwork.stop()])
note({ slowest: Math.round(slowest), acts })
await theOffice().lastInQueue
await closeOffice()
