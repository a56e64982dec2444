/** Run by a test as a second process on the same office: issues what it is told to and prints each answer as a line. */
import type { Actor } from '#lib/access/actor.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { issueInvoice } from '../commands/invoice/issue.ts'
import { closeOffice, openOffice } from '../office.ts'

export type Order = {
  readonly folder: string
  readonly now: Instant
  readonly actor: Actor
  readonly calls: readonly { readonly reference: string; readonly charges: number[] }[]
}

const { folder, now, actor, calls } = JSON.parse(process.argv[2] ?? '{}') as Order
await openOffice(folder, 'real', () => now)
const answers = await Promise.allSettled(calls.map((call) => issueInvoice(actor, call)))
for (const answer of answers) {
  const ok = answer.status === 'fulfilled' && answer.value.ok
  process.stdout.write(`${ok ? 'issued' : 'not issued'}\n`)
}
await closeOffice()
