import { asc, eq } from 'drizzle-orm'
import { type Actor, system } from '#lib/access/actor.ts'
import { laneOf } from '#lib/subpoena/lane.ts'
import { targetLetter } from '#lib/subpoena/target.ts'
import { isOnToday } from '#lib/today/task.ts'
import { caseTasks } from '#lib/today/tasks.ts'
import { claimMail } from '../commands/mail/claim.ts'
import { recordMailRefused, recordMailSent } from '../commands/mail/result.ts'
import { recordObjectionOutcome } from '../commands/objection/change.ts'
import { recordObjection } from '../commands/objection/record.ts'
import { findSubscriber } from '../commands/subscriber/find.ts'
import { loadSubpoena } from '../load.ts'
import { theOffice } from '../open_office.ts'
import { officeZone, todayOf } from '../queries/office.ts'
import { openCases } from '../queries/open_cases.ts'
import { files, notices, subpoenas } from '../schema.ts'
import { reader, tx } from '../tx.ts'
import { done } from './answers.ts'
import type { TestOffice } from './office.ts'

export const ada = {
  name: 'Ada Lindqvist',
  namePrinted: '',
  email: 'ada@home.test',
  address: '12 Alder Row\nPasadena, CA 91101',
  addressPrinted: '',
  account: '7731-0042',
  language: 'en',
} as const

export const nobodyNew = { ...ada, name: '', email: '', address: '', account: '' } as const

/** A subscriber found for these targets; returns the number, U-00001. */
export async function foundInTest(
  custodian: Actor,
  reference: string,
  targets: number[],
  change: Partial<Record<keyof typeof ada, string>> = {},
): Promise<string> {
  const given = { ...ada, ...change } as typeof ada
  const done = await findSubscriber(custodian, { reference, targets, existing: '', ...given })
  if (!done.ok) throw new Error(done.refusal.sentence)
  return done.value.subscriber
}

let next = 1

/** A court's paper as a row of the file store, without its bytes; returns its hash. */
export async function fileInTest(): Promise<string> {
  const sha256 = `f${String(next++).padStart(63, '0')}`
  await tx((tx) =>
    tx.insert(files).values({
      sha256,
      size: 100,
      contentType: 'application/pdf',
      name: 'order.pdf',
      pages: 2,
      storedAt: 1_767_600_000_000 as never,
      storedById: 1,
    }),
  )
  return sha256
}

/** The mail server takes, or refuses, all that waits, at the clock's moment. Returns how many. */
export async function serverTakes(refusing = false): Promise<number> {
  for (let count = 0; ; count++) {
    const claimed = await claimMail(system, { owner: 'test' })
    if (!claimed.ok || claimed.value === null) return count
    const done = { messageId: claimed.value.messageId, owner: 'test' }
    if (refusing)
      await recordMailRefused(system, { ...done, reply: '550 5.1.1 <ada@home.test> no such user' })
    else await recordMailSent(system, { ...done, reply: '250 2.0.0 OK queued as 4F21' })
  }
}

/** Each target's lane, hold and release today: "on-hold to 2026-01-20, opens 2026-01-21". */
export async function lanesNow(reference: string): Promise<Record<string, string>> {
  const loaded = await loadSubpoena(reader(), reference)
  if (!loaded) throw new Error(`There is no ${reference}.`)
  const today = await todayOf(reader())
  return Object.fromEntries(
    loaded.facts.targets.map((target) => {
      const { lane, holdEndsOn, opensOn } = laneOf(target, loaded.facts, loaded.calendar, today)
      const days = holdEndsOn.value ? ` to ${holdEndsOn.value}, opens ${opensOn?.value}` : ''
      return [targetLetter(target.number), `${lane}${days}`]
    }),
  )
}

/** What Today asks of people about one case: "notices: Send a new notice". */
export async function tasksNow(reference: string): Promise<string[]> {
  const on = reader()
  const now = theOffice().clock()
  const cases = await openCases(on, { now, today: await todayOf(on), zone: await officeZone(on) })
  const one = [...cases.values()].find(({ file }) => file.reference === reference)
  if (!one) return []
  return caseTasks(one)
    .filter((task) => isOnToday(task, one.today))
    .map(({ group, verb }) => `${group}: ${verb}`)
}

/** A motion about these targets, and the court that quashes what they ask. */
export async function quashedInTest(office: TestOffice, reference: string, targets: number[]) {
  const objection = await done(
    recordObjection(office.actors.intake, {
      ...{ reference, kind: 'motion', targets, filedWhere: 'C.D. Cal.', filedOn: null },
      ...{ receivedAt: office.clock.now, text: '', file: null },
    }),
  )
  return done(
    recordObjectionOutcome(office.actors.counsel, {
      ...{ reference, objection: objection.number, outcome: 'quashed', reason: '' },
      ...{ outcomeOn: await todayOf(reader()), file: await fileInTest() },
    }),
  )
}

export async function noticesNow(reference: string) {
  const rows = await reader()
    .select({ notice: notices })
    .from(notices)
    .innerJoin(subpoenas, eq(subpoenas.id, notices.subpoenaId))
    .where(eq(subpoenas.reference, reference))
    .orderBy(asc(notices.number))
  return rows.map(({ notice }) => notice)
}
