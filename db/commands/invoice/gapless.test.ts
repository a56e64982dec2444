import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { cents } from '#lib/money.ts'
import { theOffice } from '../../open_office.ts'
import { charges, counters, history, invoiceLines, invoices, papers } from '../../schema.ts'
import { type CaseInTest, caseInTest } from '../../testing/case.ts'
import type { Order } from '../../testing/issue_in_child.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { reader } from '../../tx.ts'
import { addCharge } from '../charge.ts'
import { issueInvoice } from './issue.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice('2026-01-22 10:00')
})
afterAll(() => office.close())

const subpoenas = 60
const chargesEach = 5

/** What each of the 60 is like: every sixth cannot be printed, every fifth has two charges whose rows fail. */
const isUnprintable = (index: number) => index % 6 === 5
const failing = 'A row that fails'
const fails = (index: number, charge: number) => index % 5 === 3 && charge % 2 === 0

async function made(): Promise<CaseInTest[]> {
  const cases: CaseInTest[] = []
  for (let index = 0; index < subpoenas; index++) {
    const subpoena = await caseInTest(isUnprintable(index) ? { caption: `Acme ꙮ v. Doe ${index}` } : {})
    cases.push(subpoena)
    for (let charge = 1; charge <= chargesEach; charge++) {
      await addCharge(office.actors.billing, {
        reference: subpoena.reference,
        kind: 'other',
        workedOn: calendarDate('2026-01-20'),
        description: fails(index, charge) ? failing : 'Copies',
        cents: cents(100 * charge),
      })
    }
  }
  return cases
}

test('300 invoices at once, with refusals and failing rows among them, from two processes, have no gap and no repeat', async () => {
  const cases = await made()
  // A row that fails after the number was taken, the paper kept and the first line written.
  theOffice().writer.connection.exec(
    `CREATE TEMP TRIGGER failing_row BEFORE INSERT ON main.invoice_lines WHEN NEW.description = '${failing}'
     BEGIN SELECT RAISE(ABORT, 'this row fails'); END`,
  )
  const calls = cases.flatMap(({ reference }, index) =>
    Array.from({ length: chargesEach }, (_, n) => ({ reference, charges: [n + 1], index, charge: n + 1 })),
  )
  expect(calls).toHaveLength(300)
  const { billing: actor } = office.actors
  // The other process takes every fourth, and some of the same ones: a charge is billed once whoever comes first.
  const theirs = calls.filter((_, index) => index % 4 === 0 || index % 10 === 1)
  const ours = calls.filter((_, index) => index % 4 !== 0)
  const child = inAnotherProcess({
    folder: office.folder,
    now: office.clock.now,
    actor,
    calls: theirs.map(({ reference, charges }) => ({ reference, charges })),
  })
  const answers = await Promise.allSettled(
    ours.map(({ reference, charges }) => issueInvoice(actor, { reference, charges })),
  )
  const lines = await child
  expect(lines).toHaveLength(theirs.length)

  const thrown = answers.filter((answer) => answer.status === 'rejected')
  const refused = answers.filter((answer) => answer.status === 'fulfilled' && !answer.value.ok)
  // Of rows that fail and that only we were asked for, each throws.
  const certain = ours.filter((call) => fails(call.index, call.charge) && !isUnprintable(call.index))
  const oursAlone = certain.filter((call) => !theirs.includes(call))
  expect(oursAlone.length).toBeGreaterThan(5)
  expect(thrown.length).toBeGreaterThanOrEqual(oursAlone.length)
  expect(refused.length).toBeGreaterThan(30)

  const issued = await reader().select().from(invoices).orderBy(invoices.id)
  expect(issued.map((row) => row.sequence)).toEqual(issued.map((_, index) => index + 1))
  expect(issued.map((row) => row.number)).toEqual(
    issued.map((_, index) => `INV-2026-${String(index + 1).padStart(5, '0')}`),
  )
  const succeeded = answers.filter((answer) => answer.status === 'fulfilled' && answer.value.ok).length
  expect(issued).toHaveLength(succeeded + lines.filter((line) => line === 'issued').length)
  // The trigger that makes rows fail lives in our connection only: the other process may have issued those.
  const possible = calls.filter(({ index }) => !isUnprintable(index))
  const impossible = possible.filter(({ index, charge }) => fails(index, charge))
  expect(issued.length).toBeGreaterThanOrEqual(possible.length - impossible.length)
  expect(issued.length).toBeLessThanOrEqual(possible.length)

  // Nothing is half there: each has its paper, its line, its charge and its place in the history.
  expect(await reader().select({ id: papers.id }).from(papers)).toHaveLength(issued.length + subpoenas)
  expect(await reader().select().from(invoiceLines)).toHaveLength(issued.length)
  const billed = (await reader().select().from(charges)).filter((charge) => charge.invoiceId !== null)
  expect(new Set(billed.map((charge) => charge.invoiceId)).size).toBe(issued.length)
  const told = (await reader().select().from(history)).filter((entry) => entry.command === 'issue-invoice')
  expect(new Set(told.map((entry) => entry.invoiceId)).size).toBe(issued.length)
  const [counter] = (await reader().select().from(counters)).filter((row) => row.name === 'invoice-2026')
  expect(counter?.value).toBe(issued.length)
}, 180_000)

async function inAnotherProcess(order: Order): Promise<string[]> {
  const script = join(import.meta.dirname, '../../testing/issue_in_child.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  await new Promise((done) => child.on('close', done))
  return printed.split('\n').filter((line) => line !== '')
}
