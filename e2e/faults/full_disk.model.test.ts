import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tick } from '#app/_background/clockwork.ts'
import { deliverDue } from '#app/_background/delivery.ts'
import { smtpServer } from '#app/_background/mail/server_for_tests.ts'
import { addCharge } from '#db/commands/charge.ts'
import { issueInvoice } from '#db/commands/invoice/issue.ts'
import { sendTerms } from '#db/commands/terms/send.ts'
import { openWriter } from '#db/connection.ts'
import { storeUpload } from '#db/files.ts'
import { migrate, migrations } from '#db/migrate.ts'
import { closeOffice, openOffice } from '#db/office.ts'
import { theOffice } from '#db/open_office.ts'
import { files, invoices, sessions } from '#db/schema.ts'
import { actorOfToken, hashOfToken } from '#db/sessions.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { loggedInTest } from '#db/testing/paper.ts'
import { pdfOf } from '#db/testing/upload.ts'
import { reader, tx } from '#db/tx.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { cents } from '#lib/money.ts'
import { smallDisk } from './small_disk.ts'
import { halfDone } from './whole.ts'

const disk = smallDisk(16)
const atOnce = process.env.CAMPAIGN ? 16 : 6
if (!disk) console.log('NOT RUN: the tests of a full disk. This user may not mount a small one.')

describe.skipIf(!disk)('on a full disk', () => {
  let office: TestOffice
  let reference: string
  const usual = process.env.TMPDIR

  beforeAll(async () => {
    process.env.TMPDIR = disk?.folder
    office = await testOffice('2026-01-05 10:00')
    reference = await loggedInTest(office.actors.intake)
  })
  afterAll(async () => {
    disk?.clear()
    await office?.close()
    disk?.give()
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
  })

  const upload = (words: string, size: number) => {
    async function* content() {
      yield Buffer.from('%PDF-1.4\n')
      for (let sent = 0; sent < size; sent += 65_536) yield Buffer.alloc(65_536, 32)
      yield pdfOf(words)
    }
    return storeUpload(office.actors.intake, { name: 'large.pdf', content: content() })
  }
  const refusedAs = (kind: string) => ({ ok: false, refusal: { kind } })

  test('an upload is refused with a sentence, leaves nothing behind, and goes through once there is room', async () => {
    const rows = async () => (await reader().select().from(files)).length
    const before = await rows()
    disk?.fill(200_000)
    const refused = await upload('too large for today', 1_000_000)
    expect(refused).toMatchObject(refusedAs('disk-full'))
    const left = readdirSync(join(office.folder, 'office', 'files'))
    expect(left.filter((name) => name.startsWith('.'))).toEqual([])
    expect(await rows()).toBe(before)
    disk?.clear()
    expect(await upload('too large for today', 1_000_000)).toMatchObject({ ok: true })
    expect(await halfDone()).toEqual([])
  })

  /** Another number of bytes left each time, so that it is full at another of the rows that an invoice is made of. */
  test('an invoice is issued whole or refused whole, and takes no number when refused', async () => {
    let refusals = 0
    for (let round = 0; round < atOnce; round++) {
      const { billing } = office.actors
      const work = { reference, kind: 'other', workedOn: '2026-01-05', description: 'Copies' } as const
      await addCharge(billing, { ...work, cents: cents(100 + round) })
      const issued = async () => (await reader().select().from(invoices)).length
      const before = await issued()
      disk?.fill(round * 4096)
      let answer = await issueInvoice(billing, { reference }, { submission: `issue ${round}` })
      // What was written before may have left room in the log: it is used up by the same charge added again.
      for (let more = 0; answer.ok && more < 500; more++) {
        const added = await addCharge(billing, { ...work, cents: cents(7) })
        if (added.ok) continue
        expect(added).toMatchObject(refusedAs('disk-full'))
        answer = await issueInvoice(billing, { reference }, { submission: `again ${round}` })
        break
      }
      if (!answer.ok) {
        refusals += 1
        expect(answer).toMatchObject(refusedAs('disk-full'))
        expect(answer.refusal.sentence).toMatch(/disk.*full.*nothing was changed/)
      }
      disk?.clear()
      const again = await issueInvoice(billing, { reference }, { submission: `again ${round}` })
      expect(again.ok || again.refusal.kind === 'nothing-to-bill', JSON.stringify(again)).toBe(true)
      expect(await issued()).toBeGreaterThan(before)
      expect(await halfDone()).toEqual([])
    }
    expect(refusals).toBeGreaterThan(0)
  })

  test('mail and the clockwork wait without failing, and pages can still be read', async () => {
    const server = await smtpServer()
    const token = 'a token'
    await tx((tx) =>
      tx.insert(sessions).values({
        ...{ tokenHash: hashOfToken(token), personId: office.actors.intake.id, stage: 'full' },
        ...{ createdAt: office.clock.now, lastSeenAt: office.clock.now },
      }),
    )
    expect(await sendTerms(office.actors.intake, { reference })).toMatchObject({ ok: true })
    theOffice().writer.connection.pragma('wal_checkpoint(TRUNCATE)')
    disk?.fill()
    office.clock.now = (office.clock.now + 5 * 60_000) as Instant
    expect(await deliverDue({ owner: 'one', smtpUrl: server.url })).toBe(0)
    await tick()
    expect((await actorOfToken(token))?.name).toBe('intake one')
    disk?.clear()
    await deliverDue({ owner: 'one', smtpUrl: server.url })
    expect(server.received).toHaveLength(1)
    expect(await halfDone()).toEqual([])
    await server.close()
  })

  test('the desk can be stopped and started again', async () => {
    const { billing } = office.actors
    const work = { reference, kind: 'other', workedOn: '2026-01-05', description: 'Copies' } as const
    for (let count = 0; count < 20; count++) await addCharge(billing, { ...work, cents: cents(1) })
    disk?.fill()
    await closeOffice()
    disk?.clear()
    await openOffice(office.folder, 'real', () => office.clock.now)
    expect(await halfDone()).toEqual([])
  })

  test('a migration says so in a sentence and leaves the office as it was, and is done once there is room', async () => {
    await closeOffice()
    const folder = join(office.folder, 'office')
    const file = join(folder, 'office.sqlite')
    const more = {
      name: '9999_much_more.sql',
      sql: `CREATE TABLE much_more (bytes BLOB NOT NULL) STRICT;
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
        INSERT INTO much_more SELECT randomblob(10000) FROM n;`,
    }
    const wanted = [...migrations(), more]
    const versionOf = (connection: ReturnType<typeof openWriter>) =>
      connection.pragma('user_version', { simple: true })
    // Full at once, while it is copied, and while the tables are written.
    const { size } = statSync(file)
    for (const left of [0, size / 2, size + 200_000]) {
      const connection = openWriter(file)
      disk?.fill(left)
      await expect(migrate(connection, file, wanted)).rejects.toThrow(/^The disk is full: .*Make room/)
      expect(versionOf(connection)).toBe(migrations().length)
      expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
      disk?.clear()
      connection.close()
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
      await openOffice(office.folder, 'real', () => office.clock.now)
      expect(await halfDone()).toEqual([])
      await closeOffice()
    }
    const connection = openWriter(file)
    await migrate(connection, file, wanted)
    expect(versionOf(connection)).toBe(wanted.length)
    connection.close()
    expect(existsSync(`${file}.before-${wanted.length}`)).toBe(true)
  })
})
