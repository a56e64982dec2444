import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { queueMail } from '#db/mail/queue.ts'
import { outbox } from '#db/schema.ts'
import { sealedLink } from '#db/sealed_link.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { reader, tx } from '#db/tx.ts'
import { system } from '#lib/access/actor.ts'
import { messageOf } from './message.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.close())

const address = 'https://desk.example.test/invitation?token=abc-DEF_123'

/** A mail of this kind as it lies in the outbox, and as it leaves. */
async function laidAndLeft(kind: 'sign-in' | 'letter', words: string) {
  await tx((tx) =>
    queueMail(
      { tx, actor: system, now: office.clock.now },
      {
        kind,
        subpoenaId: null,
        to: 'ines@office.test',
        subject: 'A link',
        text: words,
        html: `<p>${words}</p>`,
      },
    ),
  )
  const row = (await reader().select().from(outbox)).at(-1)
  if (!row) throw new Error('Nothing was queued.')
  const bytes = await messageOf(row, { name: 'Office', address: 'office@office.test' }, [])
  return { row, left: await simpleParser(bytes) }
}

test('a one-time link lies sealed in the outbox and leaves as an address', async () => {
  const { row, left } = await laidAndLeft('sign-in', `Open ${sealedLink(address)} once.`)
  expect(`${row.text}${row.html}`).not.toContain('abc-DEF_123')
  expect(left.text).toContain(`Open ${address} once.`)
  expect(left.html).toContain(address)
})

test('words that only look like one leave as they are, also where a stranger wrote them', async () => {
  const { left } = await laidAndLeft('letter', 'In re {{link made-up}} v. Vale')
  expect(left.text).toContain('In re {{link made-up}} v. Vale')
})
