import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listFilter } from '#lib/subpoena/list_filter.ts'
import { particularsOf } from '../../queries/particulars.ts'
import { subpoenasList } from '../../queries/subpoenas_list.ts'
import { decisions, history, imports, notes, requesters, subpoenas, targets } from '../../schema.ts'
import { at, type TestOffice, testOffice } from '../../testing/office.ts'
import { loggedInTest, paperInTest } from '../../testing/paper.ts'
import { importedRequesters, importedSubpoenas } from '../../testing/spreadsheet.ts'
import { reader, tx } from '../../tx.ts'
import { verifyOffice } from '../../verify.ts'
import { addNote } from '../note.ts'
import { addContact } from '../requester.ts'
import { markCopyFit } from '../subscriber/change.ts'
import { findSubscriber } from '../subscriber/find.ts'
import { fileServedPaper } from './served_paper.ts'
import { undoImport } from './undo.ts'

let office: TestOffice
let actors: TestOffice['actors']
beforeAll(async () => {
  office = await testOffice('2026-01-06 10:00')
  actors = office.actors
})
afterAll(() => office.close())

const hostile = ['"><img src=x onerror=alert(1)>', '김철수 v. Åström', '=HYPERLINK("http://x")']
const head = 'Ref,Status,Received,Served,Caption,Case number,Firm,Targets,Notice sent,Notes\n'
let sheets = 0
/** Each sheet has references of its own. */
const sheet = (...rows: string[]) => {
  sheets += 1
  return head + rows.map((row) => row.replaceAll('#', String(sheets))).join('\n')
}
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const undo = (number: string) => undoImport(actors.intake, { number, reason: 'The wrong sheet.' })

async function numberOf(result: Promise<{ ok: boolean }>): Promise<string> {
  const done = (await result) as { ok: boolean; value?: { number: string }; refusal?: { sentence: string } }
  if (!done.value) throw new Error(done.refusal?.sentence)
  return done.value.number
}

async function came(number: string) {
  const [row] = await reader().select().from(imports).where(eq(imports.number, number))
  const rows = await reader()
    .select()
    .from(subpoenas)
    .where(eq(subpoenas.importId, row?.id ?? 0))
    .orderBy(asc(subpoenas.reference))
  return { row, rows }
}

const clean = async () => expect((await verifyOffice()).fault).toBeNull()
const countOf = async () => ({
  subpoenas: (await reader().select().from(subpoenas)).length,
  requesters: (await reader().select().from(requesters)).length,
  targets: (await reader().select().from(targets)).length,
  notes: (await reader().select().from(notes)).length,
  decisions: (await reader().select().from(decisions)).length,
})

describe('subpoenas of an old spreadsheet', () => {
  test('come in whole, in the order of their receipt, with their old references and their very characters', async () => {
    const rows = hostile.map(
      (text, index) =>
        `A#-${index},open,2025-12-0${9 - index},,${quoted(text)},2:25-cv-1,${quoted(text)},"fax 1-323-555-0142; 203.0.113.7",,`,
    )
    const number = await numberOf(importedSubpoenas(actors.intake, sheet(...rows)))
    const { row, rows: found } = await came(number)
    expect(row).toMatchObject({ kind: 'subpoenas', rowCount: 3, undoneAt: null, fileName: 'log.csv' })
    expect(found.map(({ caption }) => caption)).toEqual(hostile.toReversed())
    expect(found.map(({ reference }) => reference)).toEqual(['S-2025-00001', 'S-2025-00002', 'S-2025-00003'])
    expect(found[0]).toMatchObject({
      formerReference: `A${sheets}-2`,
      stage: 'to-review',
      billing: 'none',
      serviceMethod: 'mail',
      receivedAt: at('2025-12-07 23:59'),
      servedAt: at('2025-12-07 12:00'),
      deemedReceivedOn: '2025-12-08',
      paperSha256: row?.fileSha256,
    })
    const sought = await reader()
      .select()
      .from(targets)
      .where(eq(targets.subpoenaId, found[0]?.id ?? 0))
    expect(sought).toMatchObject([
      { number: 1, kind: 'fax', identifier: '1-323-555-0142', subscriberId: null, noneFound: false },
      { number: 2, kind: 'ip-address', identifier: '203.0.113.7' },
    ])
    const [named] = await reader()
      .select()
      .from(requesters)
      .where(eq(requesters.id, found[0]?.requesterId ?? 0))
    expect(named).toMatchObject({ name: '=HYPERLINK("http://x")', importId: row?.id })
    await clean()
  })

  test('that are open carry what the sheet says as a note, and nothing of it as a notice, hold or acceptance', async () => {
    const number = await numberOf(
      importedSubpoenas(
        actors.counsel,
        sheet('B#,open,2025-11-03,2025-11-01,Case,1:25-cv-2,Firm B,,2025-11-05,Called twice'),
      ),
    )
    const { rows } = await came(number)
    const id = rows[0]?.id ?? 0
    expect(await reader().select().from(decisions).where(eq(decisions.subpoenaId, id))).toEqual([])
    const [note] = await reader().select().from(notes).where(eq(notes.subpoenaId, id))
    expect(note?.text).toContain('a notice was sent on Wednesday, November 5, 2025')
    expect(note?.text).toContain('No hold runs from that notice')
    expect(note?.text).toContain('Called twice')
  })

  test('that have ended come in closed, under the year of their receipt, and say why', async () => {
    const number = await numberOf(
      importedSubpoenas(
        actors.intake,
        sheet('C#-1,answered,2019-03-04,,,,Firm B,,,', 'C#-2,withdrawn,2019-03-05,,,,Firm B,,,'),
      ),
    )
    const { rows } = await came(number)
    expect(rows).toMatchObject([
      { reference: 'S-2019-00001', stage: 'closed', nextChangeOn: null },
      { reference: 'S-2019-00002', stage: 'closed' },
    ])
    const [decision] = await reader()
      .select()
      .from(decisions)
      .where(eq(decisions.subpoenaId, rows[0]?.id ?? 0))
    expect(decision).toMatchObject({
      kind: 'closed',
      reason: expect.stringContaining('Answered before it was taken over'),
    })
    await clean()
  })

  test('that fit badly are refused all together, each with its row, and nothing is kept', async () => {
    await numberOf(importedSubpoenas(actors.intake, sheet('D,open,2025-11-03,,,,,,,')))
    const before = await countOf()
    const refused = await importedSubpoenas(
      actors.intake,
      sheet(
        'E#,open,2025-11-03,,,,Firm D,,,',
        'd,open,2025-11-03,,,,,,,',
        'F#,open,2026-01-07,,,,,,,',
        'f#,open,2025-11-03,2025-11-20,,,,,,',
        'G#,open,2025-11-03,,\u{1f600},,,,,',
      ),
    )
    expect(refused).toMatchObject({ refusal: { kind: 'rows-at-fault' } })
    expect(!refused.ok && (refused.refusal.faults as { row: number; column: string }[])).toMatchObject([
      { row: 3, column: 'our number', sentence: expect.stringMatching(/imported before, as S-2025-/) },
      { row: 4, column: 'received on', sentence: expect.stringContaining('later than today') },
      { row: 5, column: 'our number', sentence: 'Row 4 has the same number.' },
      { row: 5, column: 'served on', sentence: expect.stringContaining('was not served later') },
      { row: 6, column: 'caption', sentence: expect.stringContaining('cannot be printed') },
    ])
    expect(await countOf()).toEqual(before)
  })

  test('find their requester on file by our number, by its old number, or by name', async () => {
    await numberOf(
      importedRequesters(actors.intake, 'code,firm,email\nK-7,Quillfeather LLP,a@quill.example\n'),
    )
    const number = await numberOf(
      importedSubpoenas(
        actors.intake,
        sheet('H#-1,open,2025-11-03,,,,k-7,,,', 'H#-2,open,2025-11-04,,,,quillfeather llp,,,'),
      ),
    )
    const { rows } = await came(number)
    const [firm] = await reader().select().from(requesters).where(eq(requesters.formerNumber, 'K-7'))
    expect(rows.map(({ requesterId, billToId }) => [requesterId, billToId])).toEqual([
      [firm?.id, firm?.id],
      [firm?.id, firm?.id],
    ])
  })
})

describe('requesters of an old spreadsheet', () => {
  test('are added once: those on file are left as they are', async () => {
    await numberOf(
      importedRequesters(actors.intake, 'firm,email,phone\nOne & Co,one@one.example,+46 8 555\n'),
    )
    const again = await importedRequesters(actors.intake, 'firm,email\nONE & CO,one@one.example\nTwo & Co,\n')
    expect(again).toMatchObject({ ok: true, value: { added: 1, known: 1 } })
    const twice = await importedRequesters(actors.intake, 'firm,email\nTwo & Co,\n')
    expect(twice).toMatchObject({ refusal: { kind: 'nothing-to-import' } })
  })

  test('with one number twice, or one firm twice, are refused', async () => {
    const refused = await importedRequesters(
      actors.intake,
      'no,firm\nX1,Firm X\nX1,Firm Y\n,Firm X\nX2,One & Co\n',
    )
    expect(!refused.ok && refused.refusal.faults).toMatchObject([
      { row: 3, column: 'number' },
      { row: 4, column: 'name', sentence: 'Row 2 has the same name and e-mail.' },
    ])
  })
})

describe('undoing an import', () => {
  test('takes all of it away and keeps the import, the file and both acts', async () => {
    const before = await countOf()
    const number = await numberOf(
      importedSubpoenas(
        actors.intake,
        sheet('U#-1,open,2025-11-03,,,,Firm U,fax 1-323-555-0142,,', 'U#-2,closed,2025-11-04,,,,Firm U,,,'),
      ),
    )
    expect(await undo(number)).toMatchObject({ ok: true })
    expect(await countOf()).toEqual(before)
    const { row } = await came(number)
    expect(row).toMatchObject({ undoneAt: office.clock.now, undoneWhy: 'The wrong sheet.', rowCount: 2 })
    const told = await reader().select().from(history).orderBy(asc(history.sequence))
    expect(told.slice(-2).map(({ command }) => command)).toEqual(['import-subpoenas', 'undo-import'])
    expect(await undo(number)).toMatchObject({ refusal: { kind: 'import-undone' } })
    await clean()
  })

  test('never gives a reference again, and the next targets begin at A', async () => {
    const text = sheet('V#,open,2024-11-03,,,,Firm V,a1; b2; c3,,')
    const first = await came(await numberOf(importedSubpoenas(actors.intake, text)))
    await undo(first.row?.number ?? '')
    const second = await came(await numberOf(importedSubpoenas(actors.intake, text)))
    expect([first, second].map(({ rows }) => rows[0]?.reference)).toEqual(['S-2024-00001', 'S-2024-00002'])
    const sought = await reader()
      .select()
      .from(targets)
      .where(eq(targets.subpoenaId, second.rows[0]?.id ?? 0))
    expect(sought.map(({ number }) => number)).toEqual([1, 2, 3])
    await clean()
  })

  test('is refused with the first thing that was done, and then leaves everything', async () => {
    const number = await numberOf(
      importedSubpoenas(
        actors.intake,
        sheet('W#-1,open,2025-11-03,,,,Firm W,,,', 'W#-2,open,2025-11-04,,,,Firm W,,,'),
      ),
    )
    const { rows } = await came(number)
    const reference = rows[1]?.reference ?? ''
    await addNote(actors.intake, { reference, text: 'Seen.' })
    expect(await undo(number)).toMatchObject({
      refusal: {
        kind: 'import-built-on',
        sentence: `It cannot be undone any more: ${reference} was worked on since, first on Tuesday, January 6, 2026 (add note).`,
      },
    })
    expect((await came(number)).rows).toHaveLength(2)
  })

  test('of requesters is refused while a paper names one, or one was changed', async () => {
    const named = await numberOf(importedRequesters(actors.intake, 'firm\nFirm Named\n'))
    const by = await numberOf(importedSubpoenas(actors.intake, sheet('Y#,open,2025-11-03,,,,Firm Named,,,')))
    expect(await undo(named)).toMatchObject({
      refusal: {
        sentence: expect.stringMatching(
          new RegExp(`S-2025-\\d+ names R-\\d+, which came with it: undo ${by} first`),
        ),
      },
    })
    await undo(by)
    expect(await undo(named)).toMatchObject({ ok: true })
    const changed = await numberOf(importedRequesters(actors.intake, 'firm\nFirm Changed\n'))
    const [row] = await reader().select().from(requesters).where(eq(requesters.name, 'Firm Changed'))
    await addContact(actors.intake, { number: row?.number ?? '', name: 'Ada' })
    expect(await undo(changed)).toMatchObject({
      refusal: { sentence: expect.stringContaining('given a contact since') },
    })
  })

  test('is for who may import that kind, and for a number that there is', async () => {
    const number = await numberOf(importedSubpoenas(actors.intake, sheet('Z#,open,2025-11-03,,,,,,,')))
    const asked = { number, reason: 'x' }
    expect(await undoImport(actors.billing, asked)).toMatchObject({ refusal: { kind: 'not-permitted' } })
    expect(await undo('IM-99999')).toMatchObject({ refusal: { kind: 'no-such-import' } })
  })

  test('is the only way in which anything of an import can go, and nothing else goes', async () => {
    await loggedInTest(actors.intake)
    const number = await numberOf(importedSubpoenas(actors.intake, sheet('ZZ#,closed,2025-11-03,,,,,,,')))
    await expect(tx((tx) => tx.delete(subpoenas))).rejects.toThrow()
    await expect(tx((tx) => tx.delete(decisions))).rejects.toThrow()
    await expect(tx((tx) => tx.delete(requesters))).rejects.toThrow()
    await expect(tx((tx) => tx.update(imports).set({ fileName: 'x' }))).rejects.toThrow()
    expect((await came(number)).rows).toHaveLength(1)
  })
})

const typedSubscriber = {
  name: 'Ada Lindqvist',
  namePrinted: '',
  email: 'ada@lindqvist.example',
  address: '',
  addressPrinted: '',
  account: '',
  language: 'en',
} as const

describe('the served paper of an imported subpoena', () => {
  test('is filed once; until then the sheet stands in its place, is no duplicate and goes to nobody', async () => {
    const number = await numberOf(
      importedSubpoenas(
        actors.intake,
        sheet('P#-1,open,2025-11-03,,,,Firm P,fax 1-323-555-0142,,', 'P#-2,open,2025-11-03,,,,Firm P,,,'),
      ),
    )
    const { rows } = await came(number)
    const reference = rows[0]?.reference ?? ''
    const known = await particularsOf(actors.intake, reference)
    expect(known).toMatchObject({ duplicates: [], paper: { isSpreadsheet: true, name: 'log.csv' } })
    const found = await findSubscriber(actors.custodian, {
      reference,
      targets: [1],
      existing: '',
      ...typedSubscriber,
    })
    if (!found.ok) throw new Error(found.refusal.sentence)
    const subscriber = found.value.subscriber
    const marked = () => markCopyFit(actors.counsel, { reference, subscriber, fit: 'fit' })
    expect(await marked()).toMatchObject({ refusal: { kind: 'paper-not-filed' } })

    const file = (paper: string) =>
      fileServedPaper(actors.intake, { reference, paper, paperName: 'served.pdf' })
    expect(await file(rows[0]?.paperSha256 ?? '')).toMatchObject({ refusal: { kind: 'no-such-file' } })
    const paper = await paperInTest(actors.intake, 'the served paper')
    expect(await file(paper)).toMatchObject({ ok: true })
    expect(await particularsOf(actors.intake, reference)).toMatchObject({
      paper: { sha256: paper, name: 'served.pdf', isSpreadsheet: false },
    })
    expect(await marked()).toMatchObject({ ok: true })
    expect(await file(await paperInTest(actors.intake, 'another'))).toMatchObject({
      refusal: { kind: 'paper-filed-already' },
    })
    await clean()
  })

  test('is found by its old reference', async () => {
    await numberOf(importedSubpoenas(actors.intake, sheet('OLD-77#,closed,2025-11-03,,,,Firm P,,,')))
    const list = await subpoenasList(actors.intake, listFilter({ text: `old-77${sheets}`, stage: 'all' }))
    expect(list.rows).toHaveLength(1)
  })
})
