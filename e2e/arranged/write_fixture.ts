/**
 * Writes an office of this version with rows in every table, for later versions to be upgraded from:
 * `node e2e/arranged/write_fixture.ts 0001`, once, when the version is released. People and papers are invented.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import Sqlite from 'better-sqlite3'
import { recordBackup } from '#db/commands/backup.ts'
import { keepHouse } from '#db/commands/clockwork/daily.ts'
import { reversePayment } from '#db/commands/payment/reverse.ts'
import { invitePerson } from '#db/commands/person_invite.ts'
import { addContact } from '#db/commands/requester.ts'
import { openRestoredOffice, recordRestoration } from '#db/commands/restoration.ts'
import { hashOf, historyHead } from '#db/history.ts'
import { migrations } from '#db/migrate.ts'
import { theOffice } from '#db/open_office.ts'
import { recoveryCodes } from '#db/schema.ts'
import { beginSession, newToken } from '#db/sessions.ts'
import { done } from '#db/testing/answers.ts'
import { dumpOf, rowsOf, tablesOf } from '#db/testing/dump.ts'
import { fixturePath } from '#db/testing/fixture.ts'
import { reader, tx } from '#db/tx.ts'
import { system } from '#lib/access/actor.ts'
import { RunningDesk } from '../running_desk.ts'
import { arrangeOffice } from './office.ts'

const name = process.argv[2] ?? ''
if (!migrations().at(-1)?.name.startsWith(`${name}_`)) throw new Error(`The newest migration is not ${name}.`)

const desk = new RunningDesk('2026-01-05 10:00')
await desk.setUp()
const { hand } = await arrangeOffice(desk)
await hand.do('intake', addContact, { number: 'R-00001', name: 'Theodora Quorn' })
await hand.do('billing', reversePayment, { payment: 'P-00001', reason: 'The check was returned.' })
const { token: linkToken } = newToken()
const guest = { name: 'Invited Guest', email: 'guest@office.test', roles: ['auditor' as const], linkToken }
await hand.do('administrator', invitePerson, guest)
await done(keepHouse(system, {}))
const { sequence: headSequence, mac: headMac } = await historyHead(reader())
const made = { file: 'b', size: 1, encrypted: true, historySequence: headSequence, madeAt: desk.now }
await done(recordBackup(system, made))
await done(recordRestoration(system, { backupMadeAt: desk.now, headSequence, headMac }))
const raised = [{ series: 'invoice' as const, year: 2026, last: 3 }]
const looked = { headSeen: headSequence, numbers: raised, mail: 'hold' as const, ticked: [] }
await hand.do('administrator', openRestoredOffice, looked)
const personId = hand.seats.intake.id
await tx(async (tx) => {
  await tx.insert(recoveryCodes).values({ personId, codeHash: hashOf('a code'), usedAt: null })
  await beginSession(tx, { personId, stage: 'full', tokenHash: newToken().hash, now: desk.now })
})

const empty = tablesOf(theOffice().reader.connection).filter(
  (table) => rowsOf(theOffice().reader.connection, table).length === 0,
)
if (empty.length > 0) throw new Error(`These tables have no row yet: ${empty.join(', ')}.`)
const copy = join(desk.folder, 'copy.sqlite')
theOffice().writer.connection.prepare('VACUUM INTO ?').run(copy)
writeFileSync(fixturePath(name), `${kept()}\n${smaller(copy)}`)
await desk.stop()

/** Stored files and keys, as lines of comment. */
function kept(): string {
  const folders = [join(desk.folder, 'keys'), join(desk.folder, 'office', 'files')]
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .sort()
    .map((path) => `-- file: ${relative(desk.folder, path)} ${readFileSync(path).toString('base64')}`)
    .join('\n')
}

/** The dump with a line of text for each paper of ours: their pictures are large, and no migration looks at them. */
function smaller(path: string): string {
  const connection = new Sqlite(path)
  connection.pragma('foreign_keys = OFF')
  const frozen = connection
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'papers'")
    .all() as { name: string; sql: string }[]
  for (const trigger of frozen) connection.exec(`DROP TRIGGER "${trigger.name}"`)
  for (const { id, kind } of rowsOf(connection, 'papers')) {
    const bytes = Buffer.from(`%PDF-1.4 ${String(kind)} ${String(id)}\n%%EOF\n`)
    connection
      .prepare('UPDATE papers SET bytes = ?, sha256 = ? WHERE id = ?')
      .run(bytes, hashOf(bytes), Number(id))
  }
  for (const trigger of frozen) connection.exec(trigger.sql)
  const dump = dumpOf(connection)
  connection.close()
  return dump
}
