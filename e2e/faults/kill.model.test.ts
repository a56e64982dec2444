import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { count } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { smtpServer, type TestServer } from '#app/_background/mail/server_for_tests.ts'
import { addRequester } from '#db/commands/requester.ts'
import { closeOffice, openOffice } from '#db/office.ts'
import { history, outbox } from '#db/schema.ts'
import { at, type TestOffice, testOffice } from '#db/testing/office.ts'
import { reader } from '#db/tx.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { readLedger, startWorker } from './process.ts'
import { halfDone, isStored } from './whole.ts'
import { type Act, chances, requester, send } from './work.ts'

const kills = process.env.CAMPAIGN ? 200 : 6
/** An office is made anew after so many, so that looking through all of it stays quick. */
const killsEach = 20
/** How much of a ledger is written at most before the kill, in bytes; an act is some five hundred. */
const most = process.env.CAMPAIGN ? 25_000 : 10_000
const seed = process.env.SEED ?? String(Math.floor(Math.random() * 2 ** 31))
const aTurn = 10 * 60_000

let office: TestOffice
let server: TestServer
beforeEach(async () => {
  server = await smtpServer()
})
afterEach(async () => {
  await closeOffice()
  await server.close()
  rmSync(office.folder, { recursive: true, force: true })
})

async function newOffice(): Promise<void> {
  office = await testOffice('2026-01-05 09:00')
  const firm = { name: 'Oakhurst Tarn LLP', address: '4120 Harrowgate Street\nLos Angeles, CA 90010' }
  const made = await addRequester(office.actors.intake, { ...firm, email: 'accounts@oakhursttarn.example' })
  if (!made.ok || made.value.number !== requester) throw new Error('The requester was not written.')
  await closeOffice()
}

const entries = async () => (await reader().select({ count: count() }).from(history))[0]?.count ?? 0
const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0
const json = (value: unknown) => JSON.stringify(value ?? null)

const seen = { acknowledged: 0, cutOff: 0, doneAfterAll: 0, stored: 0, mails: 0 }

/** Lets a worker begin, kills it at a moment that nobody chose, and looks at what it left. */
async function killOnce(turn: number, chance: () => number): Promise<void> {
  const now = (at('2026-01-05 09:00') + (turn + 1) * aTurn) as Instant
  const ledger = join(office.folder, `ledger-${turn}`)
  const { actors, folder } = office
  const name = `k${seed}-${turn}`
  const worker = startWorker({ name, folder, ledger, now, actors, smtpUrl: server.url })
  // Now and then while it opens the office, else in the midst of so much work, whatever the machine needs for it.
  if (chance() < 0.1) await wait(200 + chance() * 800)
  else {
    await worker.atWork
    const enough = 5000 + chance() * most
    while (worker.child.exitCode === null && sizeOf(ledger) < enough) await wait(5)
    await wait(chance() * 30)
  }
  worker.child.kill('SIGKILL')
  const { complaints, code } = await worker.ended
  expect(complaints).toBe('')
  expect(code, 'it ended before it was killed').toBeNull()
  await openOffice(folder, 'real', () => (now + aTurn / 2) as Instant)
  await lookAt(ledger)
  await closeOffice()
}

async function lookAt(ledger: string): Promise<void> {
  expect(await halfDone()).toEqual([])
  const begun = new Map<string, Act>()
  const acknowledged: { readonly act: Act; readonly value: unknown }[] = []
  for (const line of existsSync(ledger) ? readLedger(ledger) : []) {
    if ('begins' in line) begun.set(line.begins.submission, line.begins)
    if ('stored' in line) {
      seen.stored += 1
      expect(await isStored(line.stored), 'a stored file is lost').toBe(true)
    }
    if ('refused' in line) throw new Error(`A clerk was refused: ${line.refused} ${line.kind}`)
    if (!('done' in line)) continue
    const act = begun.get(line.done)
    if (act) acknowledged.push({ act, value: line.value })
    begun.delete(line.done)
  }
  const before = await entries()
  for (const { act, value } of acknowledged) {
    const again = await send(act, office.actors)
    expect(json(again), `${act.command} was acknowledged and is lost`).toBe(json({ ok: true, value }))
  }
  expect(await entries(), 'something was done twice').toBe(before)
  // What was cut off was done or was not: sent again it is done, and once.
  for (const act of begun.values()) {
    const from = await entries()
    const first = await send(act, office.actors)
    const told = (await entries()) - from
    expect(first.ok, `${act.command} cannot be sent again`).toBe(true)
    expect(json(await send(act, office.actors))).toBe(json(first))
    expect((await entries()) - from).toBe(told)
    expect(told).toBeLessThanOrEqual(1)
    seen.doneAfterAll += told
  }
  seen.acknowledged += acknowledged.length
  seen.cutOff += begun.size
  expect(await halfDone()).toEqual([])
  await lookAtMail()
}

/** A mail that is called sent was taken by the server; a notice was never offered twice. */
async function lookAtMail(): Promise<void> {
  const taken = new Map<string, number>()
  for (const { mail } of server.received)
    taken.set(mail.messageId ?? '', (taken.get(mail.messageId ?? '') ?? 0) + 1)
  for (const { messageId, state, kind } of await reader().select().from(outbox)) {
    const times = taken.get(messageId) ?? 0
    if (state === 'sent') expect(times, 'called sent, and nobody has it').toBeGreaterThan(0)
    if (kind === 'notice') expect(times, 'a notice went twice').toBeLessThanOrEqual(1)
  }
  seen.mails = server.received.length
}

test(`a process killed ${kills} times in the midst of work loses nothing that it acknowledged and leaves nothing half done`, async () => {
  console.log(`kills: ${kills}, seed ${seed}`)
  const chance = chances(seed)
  for (let turn = 0; turn < kills; turn++) {
    if (turn % killsEach === 0) {
      if (turn > 0) rmSync(office.folder, { recursive: true, force: true })
      await newOffice()
    }
    await killOnce(turn % killsEach, chance)
  }
  console.log(`kills: ${JSON.stringify(seen)}`)
  // Kills that met nobody at work would prove nothing.
  expect(seen.acknowledged).toBeGreaterThan(kills * 3)
  expect(seen.cutOff).toBeGreaterThan(kills / 2)
  if (process.env.CAMPAIGN) expect(seen.mails).toBeGreaterThan(kills / 4)
}, 14_400_000)
