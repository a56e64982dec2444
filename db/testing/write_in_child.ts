/** Run by a test as a second process on the same office: writes without a gap for so many milliseconds. */
import type { Instant } from '#lib/calendar/instant.ts'
import { takeNumber } from '../counters.ts'
import { closeOffice, openOffice } from '../office.ts'
import { tx } from '../tx.ts'

export type Writing = { readonly folder: string; readonly now: Instant; readonly lasts: number }

const { folder, now, lasts } = JSON.parse(process.argv[2] ?? '{}') as Writing
await openOffice(folder, 'real', () => now)
const until = performance.now() + lasts
process.stdout.write('writing\n')
let written = 0
while (performance.now() < until) {
  await Promise.all(Array.from({ length: 100 }, () => tx((tx) => takeNumber(tx, 'theirs'))))
  written += 100
}
process.stdout.write(`${written}\n`)
await closeOffice()
