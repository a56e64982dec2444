import { readdirSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { desc, inArray } from 'drizzle-orm'
import { deliverDue } from '#app/_background/delivery.ts'
import { recordNoticeBounced } from '#db/commands/notice/follow.ts'
import { sendNotice } from '#db/commands/notice/send.ts'
import { changeSubscriber } from '#db/commands/subscriber/change.ts'
import { history, outbox, papers, submissions, subscribers } from '#db/schema.ts'
import { textOfPdf } from '#db/testing/pdf_text.ts'
import { reader } from '#db/tx.ts'
import { canaries, canariesIn, identity } from './arranged/canary.ts'
import { type ArrangedOffice, arrangeOffice } from './arranged/office.ts'
import { type Answer, Asking } from './asking.ts'
import { addressOf, pagesOnDisk } from './pages_on_disk.ts'
import { RunningDesk } from './running_desk.ts'

/**
 * Who a subscriber is, followed through the whole story: a name, an address, an account, a number and words that stand
 * nowhere else, and must come to nobody who does not see the case, on no way that there is.
 */
const { fax, mailbox, internet, ...who } = identity

let desk: RunningDesk
let office: ArrangedOffice
let asking: Asking

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(300_000)
  desk = new RunningDesk('2026-01-05 10:00')
  await desk.setUp()
  office = await arrangeOffice(desk)
  await writtenToAFile()
  await desk.serve()
  asking = await Asking.everybody(desk, office)
})
test.afterAll(() => desk.stop())

const notice = { subscriber: 'U-00001', language: null, lastDaySeen: null } as const

/** Without a mail server a notice is a file, and no delivery. */
async function writtenToAFile(): Promise<void> {
  await office.hand.do('intake', sendNotice, { ...notice, reference: office.papers.found })
  expect(await deliverDue({ owner: 'test', smtpUrl: null })).toBe(1)
}

/** Every canary in an answer: its status line, its headers, its body, and the words of a PDF. */
async function foundIn({ headers, text, type, bytes }: Answer): Promise<string[]> {
  const shown = type === 'application/pdf' ? await textOfPdf(bytes) : text
  return canariesIn(`${headers}\n${shown}`)
}

const linksIn = ({ text }: Answer): string[] =>
  [...text.matchAll(/ (?:href|src|action)="(\/[^"]*)"/g)]
    .map(([, link = '']) => link.replaceAll('&amp;', '&').split('#', 1)[0] ?? '')
    .filter((link) => !link.startsWith('/_next/'))

/** Every address of every page on the disk, and of every arranged subpoena. */
const addresses = (): string[] =>
  pagesOnDisk()
    .filter(({ methods }) => methods.includes('GET'))
    .flatMap(({ route }) =>
      Object.values(office.papers).map((subpoenas) => addressOf(route, { ...office.after, subpoenas })),
    )

test('who sees the case does see them: the canaries are where they should be', async () => {
  const { contested, answered } = office.papers
  const page = await asking.get('custodian', `/subpoenas/${contested}/targets/1`)
  expect(await foundIn(page)).toEqual(expect.arrayContaining(['name', 'email', 'account', 'fax']))
  const letter = await asking.get('counsel', `/subpoenas/${answered}/notices/1/paper.pdf`)
  expect(await foundIn(letter)).toEqual(expect.arrayContaining(['name', 'address']))
})

test('the mail server of the running desk takes a notice, and refuses one', async () => {
  test.setTimeout(120_000)
  const { hand, papers } = office
  const reference = papers.found
  await hand.do('intake', recordNoticeBounced, { reference, notice: 1, why: 'Only a file.' })
  const [row] = await reader().select().from(subscribers)
  const fields = {
    ...who,
    namePrinted: '',
    addressPrinted: '',
    language: 'en' as const,
    noticeReached: 'reached' as const,
    version: row?.version ?? 1,
  }
  const subscriber = { reference, subscriber: notice.subscriber, ...fields }
  await hand.do('custodian', changeSubscriber, { ...subscriber, email: 'canary.wrenfield@bounce.test' })
  await hand.do('intake', sendNotice, { ...notice, reference })
  await expect.poll(lastState, { timeout: 30_000 }).toBe('failed')
  await hand.do('custodian', changeSubscriber, { ...subscriber, version: fields.version + 1 })
  await hand.do('intake', sendNotice, { ...notice, reference })
  expect((await desk.post.mailTo(identity.email)).text).toContain(identity.name)
  await expect.poll(lastState, { timeout: 30_000 }).toBe('sent')
})

async function lastState(): Promise<string | undefined> {
  const [last] = await reader().select().from(outbox).orderBy(desc(outbox.id)).limit(1)
  return last?.state
}

for (const seat of ['billing', 'administrator', 'nothing'] as const) {
  test(`${seat} gets no byte of it, on any page, route or paper that can be asked for`, async () => {
    test.setTimeout(300_000)
    const found: string[] = []
    const asked = new Set<string>()
    const ask = async (address: string, headers?: Record<string, string>) => {
      const answer = await asking.get(seat, address, headers)
      for (const name of [...(await foundIn(answer)), ...canariesIn(answer.location ?? '')])
        found.push(`${name} in ${address} ${Object.keys(headers ?? {})}`)
      return answer
    }
    const waiting = addresses()
    while (waiting.length > 0) {
      const address = waiting.pop() ?? '/'
      if (asked.has(address)) continue
      asked.add(address)
      found.push(...canariesIn(address).map((name) => `${name} in the address ${address}`))
      const answer = await ask(address)
      if (answer.type === 'text/html') waiting.push(...linksIn(answer))
      if (answer.type !== 'text/html' || answer.status !== 200) continue
      const led = await ask(address, { RSC: '1' })
      if (led.location) await ask(led.location, { RSC: '1' })
    }
    expect(asked.size).toBeGreaterThan(200)
    expect(found).toEqual([])
  })

  test(`${seat} finds nothing by it`, async () => {
    const searches = [
      '/subpoenas?text=',
      '/invoices?text=',
      '/requesters?text=',
      '/mail?text=',
      '/history?about=',
    ]
    const things = (answer: Answer) =>
      linksIn(answer).filter((link) => /\/(S|INV|R|P|U)-\d/.test(link) && !link.includes('text='))
    const wrong: string[] = []
    for (const search of searches) {
      const nothing = things(await asking.get(seat, `${search}zzzz`))
      for (const [name, words] of Object.entries(canaries)) {
        const answer = await asking.get(seat, search + encodeURIComponent(words))
        if (things(answer).join() !== nothing.join()) wrong.push(`${search} finds something by ${name}`)
        // What was asked is said again; nothing else of it may be.
        const others = canariesIn(answer.text.split(words).join('')).filter(
          (other) => !sameWords(other, words),
        )
        wrong.push(...others.map((other) => `${search} by ${name} says ${other}`))
      }
    }
    expect(wrong).toEqual([])
  })
}

/** One canary may stand in another: the surname in the name. */
const sameWords = (other: string, words: string): boolean =>
  words.toLowerCase().includes((canaries[other] ?? '').toLowerCase())

test('the history does not say who it was, nor does what billing reads of it say anything of the case', async () => {
  const entries = await reader().select().from(history)
  expect(entries.length).toBeGreaterThan(100)
  const said = entries.flatMap(({ sequence, command, payload, seenBy }) =>
    canariesIn(payload ?? '', seenBy === 'all' ? canaries : identity).map(
      (name) => `${sequence} ${command}: ${name}`,
    ),
  )
  expect(said).toEqual([])
})

test('no stored answer says it', async () => {
  const answers = await reader().select().from(submissions)
  expect(answers.length).toBeGreaterThan(60)
  expect(
    answers.flatMap(({ command, answer }) => canariesIn(answer).map((name) => `${command}: ${name}`)),
  ).toEqual([])
})

test('no file is called by it', () => {
  const names = readdirSync(desk.folder, { recursive: true }) as string[]
  expect(names.filter((name) => name.endsWith('.eml'))).toHaveLength(1)
  expect(names.filter((name) => canariesIn(name).length > 0)).toEqual([])
})

test('an invoice, a credit memo and their mail say nothing of the case; no letter before a release says who', async () => {
  const said: string[] = []
  const toRequester = ['terms-letter', 'rejection-letter', 'objection-received-letter'] as const
  const drawn = await reader()
    .select()
    .from(papers)
    .where(inArray(papers.kind, ['invoice', 'credit-memo', ...toRequester]))
  expect(new Set(drawn.map(({ kind }) => kind)).size).toBeGreaterThan(3)
  for (const { id, kind, bytes } of drawn) {
    const among = kind === 'invoice' || kind === 'credit-memo' ? canaries : who
    said.push(...canariesIn(await textOfPdf(bytes), among).map((name) => `${kind} ${id}: ${name}`))
  }
  const mails = await reader()
    .select()
    .from(outbox)
    .where(inArray(outbox.kind, ['invoice', 'letter']))
  for (const { id, kind, subject, text, html, attachments } of mails) {
    const words = JSON.stringify([subject, text, html, attachments])
    said.push(...canariesIn(words, kind === 'invoice' ? canaries : who).map((name) => `mail ${id}: ${name}`))
  }
  expect(said).toEqual([])
})

test('the terminal of the desk says nothing of it', async () => {
  await asking.get('billing', `/subpoenas/${'x'.repeat(300)}`)
  expect(canariesIn(desk.printed)).toEqual([])
})
