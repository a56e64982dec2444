import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteRound } from '#app/_background/pulse.ts'
import { beginNightlyBackup, recordBackup } from '#db/commands/backup.ts'
import { queueMail } from '#db/mail/queue.ts'
import { closeOffice } from '#db/office.ts'
import { theOffice } from '#db/open_office.ts'
import { proveWriting } from '#db/prove_writing.ts'
import { clockwork, outbox } from '#db/schema.ts'
import { done } from '#db/testing/answers.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { asRestored } from '#db/testing/restored.ts'
import { type Desk, setTheDesk } from '#db/the_desk.ts'
import { reader, tx } from '#db/tx.ts'
import { system } from '#lib/access/actor.ts'
import { healthOf } from '#lib/health/lines.ts'
import { healthFacts } from './facts.ts'

let office: TestOffice
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  const backups = { folder: '/backups', keyFile: null, from: '02:30' }
  setTheDesk({ dataDir: office.folder, smtpUrl: 'smtp://mail.test', backups, isMaking: false } as Desk)
})
afterEach(async () => {
  setTheDesk(undefined)
  await office.close()
})

const queue = (to: string) =>
  tx((tx) =>
    queueMail(
      { tx, actor: system, now: office.clock.now },
      { kind: 'letter', subpoenaId: null, to, subject: 'Canary', text: 'Canary', html: '<p>Canary</p>' },
    ),
  )

test('mail that is due and mail that failed are counted, and named to nobody', async () => {
  await queue('canary@nest.example')
  await queue('canary@nest.example')
  await tx(async (tx) => {
    await tx.update(outbox).set({ state: 'failed' }).where(eq(outbox.id, 2))
  })
  office.clock.set('2026-01-05 10:20')
  const facts = await healthFacts()
  expect(facts.mail).toEqual({ hasServer: true, dueFor: 20 * 60_000, failed: 1 })
  expect(JSON.stringify(healthOf(facts))).not.toMatch(/canary/i)
})

test('the last backup that was read back counts, and a try that came to nothing is told', async () => {
  expect((await healthFacts()).backup).toEqual({ isNightly: true, verifiedAgo: null, isFailing: false })
  await done(beginNightlyBackup(system, { from: '02:30' }))
  office.clock.set('2026-01-05 12:00')
  expect((await healthFacts()).backup.isFailing).toBe(true)
  const made = { file: 'b', size: 1, encrypted: false, historySequence: 1, madeAt: office.clock.now }
  await done(recordBackup(system, made))
  office.clock.set('2026-01-05 14:00')
  expect((await healthFacts()).backup).toEqual({
    isNightly: true,
    verifiedAgo: 2 * 3_600_000,
    isFailing: false,
  })
})

test('the works of this process are told as they went', async () => {
  noteRound('clockwork', true)
  noteRound('mail delivery', true)
  noteRound('mail delivery', false)
  const { clockwork, delivery, writing } = await healthFacts()
  expect(clockwork).toMatchObject({ endedAgo: expect.any(Number), isFailing: false })
  expect(delivery).toMatchObject({ endedAgo: expect.any(Number), isFailing: true })
  expect(writing).toEqual({ endedAgo: null, isFailing: false })
})

test('a write is proved by a row', async () => {
  await proveWriting()
  await proveWriting()
  expect(await reader().select().from(clockwork)).toMatchObject([
    { name: 'write', lastRunAt: office.clock.now },
  ])
})

test('an office that came out of a backup, and one that is not there, are told from one at work', async () => {
  expect((await healthFacts()).office).toBe('open')
  await asRestored()
  expect((await healthFacts()).office).toBe('read-only')
  await closeOffice()
  const { office: none, disk } = await healthFacts()
  expect(none).toBe('none')
  expect(disk.free).toBeGreaterThan(0)
  expect(disk.all).toBeGreaterThanOrEqual(disk.free)
})

test('a database that cannot be read, and a folder that is gone, are told and not thrown', async () => {
  theOffice().reader.connection.close()
  setTheDesk({ dataDir: '/no/such/folder', smtpUrl: null, backups: null, isMaking: false } as Desk)
  const health = healthOf(await healthFacts())
  expect(health.database).toEqual({ state: 'fail', sentence: expect.stringContaining('takes no writes') })
  expect(health.disk.state).toBe('fail')
})
