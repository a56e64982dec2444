import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setUpOffice } from '#db/commands/set_up.ts'
import { historyHead } from '#db/history.ts'
import { schemaHash } from '#db/migrate.ts'
import { closeOffice, openOffice } from '#db/office.ts'
import type { OpenOffice } from '#db/open_office.ts'
import { refreshCaches } from '#db/queries/cache.ts'
import { todayOf } from '#db/queries/office.ts'
import { officeForTests } from '#db/testing/office.ts'
import { paperInTest } from '#db/testing/paper.ts'
import { reader, tx } from '#db/tx.ts'
import { verifyOffice } from '#db/verify.ts'
import { type Actor, system } from '#lib/access/actor.ts'
import { kindsOf } from '#lib/kinds.ts'
import { insertCase, type Progress } from './case.ts'
import { inserter, teller } from './insert.ts'

/**
 * What is open is the same in every office, however many lie closed behind it: a department's archive grows, and its
 * desk does not.
 */
const open: Readonly<Record<Exclude<Progress, 'closed'>, number>> = {
  review: 80,
  research: 60,
  notify: 60,
  hold: 120,
  ready: 80,
  unpaid: 100,
}
/** How many days ago those came, at least and at most. */
const ages: Readonly<Record<Progress, readonly [number, number]>> = {
  review: [0, 3],
  research: [2, 6],
  notify: [3, 8],
  hold: [2, 12],
  ready: [25, 40],
  unpaid: [40, 70],
  closed: [80, 5 * 365],
}
const openCount = Object.values(open).reduce((sum, count) => sum + count, 0)
/** So many are found by the word that the search is measured with, in every office. */
const rareCount = 20

const cache = join(import.meta.dirname, '..', '..', '.cache', 'bench')

/** Whoever asks: all roles, so that every page is shown whole. */
export const asking = { id: 3, name: 'Wanda Halloway', roles: kindsOf('roles') } as const
export const actor: Actor = { kind: 'person', ...asking, roles: [...asking.roles], sessionId: 1 }

/**
 * The folder of an office of so many subpoenas, made where it is not there yet for this day, seed and schema, and
 * checked by verify.
 *
 * @throws Error when verify finds a fault: figures of an office that is not whole mean nothing.
 */
export async function madeOffice(size: number, seed: string): Promise<string> {
  const part = join(cache, `${size}.part`)
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { recursive: true })
  const office = await openOffice(part, 'real')
  const today = await todayOf(reader())
  const version = schemaHash(office.writer.connection).slice(0, 12)
  const folder = join(cache, `${size}-${seed}-${today}-${version}`)
  if (!existsSync(folder)) {
    console.log(`Making an office of ${size.toLocaleString('en-US')} subpoenas.`)
    await fill(office, size, seed)
    const { fault, checked } = await verifyOffice()
    if (fault) throw new Error(`The office of ${size} is not whole: ${fault}`)
    const counts = checked.map(({ what, count }) => `${count.toLocaleString('en-US')} ${what}`)
    console.log(`Verified: ${counts.join(', ')}.`)
  }
  await closeOffice()
  if (existsSync(folder)) rmSync(part, { recursive: true })
  else renameSync(part, folder)
  return folder
}

async function fill(office: OpenOffice, size: number, seed: string): Promise<void> {
  const { connection } = office.writer
  const done = await setUpOffice(system, officeForTests)
  if (!done.ok) throw new Error(done.refusal.sentence)
  const insert = inserter(connection)
  for (const name of [asking.name, 'Otto Lindgren']) {
    const id = insert('people', { kind: 'person', name, email: 'desk@office.test', created_at: 0 })
    for (const role of asking.roles) insert('person_roles', { person_id: id, role })
  }
  const fileHashes: string[] = []
  for (let count = 0; count < size / 100; count++) {
    fileHashes.push(await paperInTest(actor, `${seed} ${count}`))
  }
  // All of it at once and without waiting for the disk; the office is opened anew before anything is measured.
  connection.pragma('synchronous = OFF')
  connection.exec('BEGIN IMMEDIATE')
  insertAll(office, { size, seed, fileHashes, head: await historyHead(office.writer.handle) })
  connection.exec('COMMIT')
  const today = await todayOf(reader())
  for (let from = 1; from <= size; from += 500) {
    const ids = Array.from({ length: Math.min(500, size - from + 1) }, (_, index) => from + index)
    await tx((tx) => refreshCaches(tx, ids, today))
  }
  rmSync(join(office.folder, 'history.head'), { force: true })
}

type Filling = {
  readonly size: number
  readonly seed: string
  readonly fileHashes: readonly string[]
  readonly head: { readonly sequence: number; readonly mac: string }
}

function insertAll(office: OpenOffice, { size, seed, fileHashes, head }: Filling): void {
  const insert = inserter(office.writer.connection)
  const counted = new Map<string, number>()
  const next = (series: string) => {
    const value = (counted.get(series) ?? 0) + 1
    counted.set(series, value)
    return value
  }
  const now = office.clock()
  const requesterIds = Array.from({ length: Math.max(60, size / 50) }, () => {
    const number = `R-${String(next('requester')).padStart(5, '0')}`
    return insert('requesters', {
      ...{ number, name: `Oakhurst Tarn ${number} LLP`, attention: 'Attn: Accounts Payable' },
      ...{ address: '4120 Harrowgate Street\nLos Angeles, CA 90010', email: 'pay@oakhursttarn.example' },
      ...{ phone: '', fax: '', note: '', created_at: now },
    })
  })
  const { tell } = teller(insert, head, office.keys.history)
  const people = { worker: asking.id, other: asking.id + 1 }
  const chance = chances(seed)
  const ground = { insert, tell, now, people, next, requesterIds, fileHashes, chance }
  const closed = size - openCount
  const rareEvery = Math.floor(closed / rareCount)
  for (let index = 0; index < closed; index++) {
    const [least, most] = ages.closed
    const daysAgo = Math.round(most - ((most - least) * index) / closed)
    const rare = index % rareEvery === 0 && index / rareEvery < rareCount
    insertCase(ground, { progress: 'closed', daysAgo, rare })
  }
  // In the order in which they came: numbers of invoices go with the days on which they were issued.
  for (const progress of ['unpaid', 'ready', 'hold', 'notify', 'research', 'review'] as const) {
    const [least, most] = ages[progress]
    for (let index = 0; index < open[progress]; index++) {
      const daysAgo = Math.round(most - ((most - least) * index) / open[progress])
      insertCase(ground, { progress, daysAgo, rare: false })
    }
  }
  for (const [name, value] of counted) insert('counters', { name, value })
  // Nothing may be added to a production that left: all of them leave at the end, a day after they were prepared.
  office.writer.connection.exec(`UPDATE productions SET released_at = prepared_at + 86400000,
    released_on = date((prepared_at + 86400000 - 28800000) / 1000, 'unixepoch'), released_by_id = ${people.other},
    release_reason = 'The hold is over.'`)
}

/** Numbers from 0 to 1, the same for the same seed. */
function chances(seed: string): () => number {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0)
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
