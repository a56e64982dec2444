import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeFile } from './commands/file.ts'
import { readStored, storedPath } from './files/stored.ts'
import { sweepIncoming } from './files/sweep.ts'
import { fileRow, storeUpload } from './files.ts'
import { files, history } from './schema.ts'
import { type TestOffice, testOffice } from './testing/office.ts'
import { pdfOf, smallTiff } from './testing/upload.ts'
import { reader } from './tx.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.close())

async function* inPieces(bytes: Uint8Array, piece = 7) {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
}

async function* brokenOff(bytes: Uint8Array) {
  yield bytes
  throw new Error('Unexpected end of form')
}

const upload = (name: string, bytes: Uint8Array) =>
  storeUpload(office.actors.intake, { name, content: inPieces(bytes) }, async () => 3)

const folder = () => join(office.folder, 'office', 'files')

function leftOver(): string[] {
  return existsSync(folder()) ? readdirSync(folder()).filter((name) => name.startsWith('.incoming')) : []
}

describe('an upload', () => {
  test('is kept bit for bit under its hash, and its row says what it is', async () => {
    const bytes = pdfOf('a served paper')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const stored = await upload('김철수 v. Åström.pdf', bytes)
    expect(stored).toEqual({
      ok: true,
      value: {
        sha256,
        name: '김철수 v. Åström.pdf',
        size: bytes.length,
        contentType: 'application/pdf',
        pages: 3,
        isNew: true,
      },
    })
    expect(readFileSync(storedPath(sha256)).equals(bytes)).toBe(true)
    expect(statSync(storedPath(sha256)).mode & 0o777).toBe(0o600)
    expect(await fileRow(reader(), sha256)).toMatchObject({
      size: bytes.length,
      contentType: 'application/pdf',
      pages: 3,
      storedById: office.actors.intake.id,
    })
    const read: Uint8Array[] = []
    for await (const piece of readStored(sha256)) read.push(piece)
    expect(Buffer.concat(read)).toEqual(bytes)
  })

  test('of the same bytes twice is one file, by either name, and one line of history', async () => {
    const bytes = pdfOf('sent twice')
    const before = (await reader().select().from(history)).length
    const first = await upload('fax.pdf', bytes)
    const second = await upload('by-mail.pdf', bytes)
    expect(first).toMatchObject({ ok: true, value: { isNew: true } })
    expect(second).toMatchObject({ ok: true, value: { isNew: false, name: 'by-mail.pdf' } })
    expect((await reader().select().from(history)).length).toBe(before + 1)
  })

  test('leaves no name in the history, since a name may say who somebody is', async () => {
    await upload('ada-lindqvist-records.pdf', pdfOf('records'))
    const told = await reader().select({ payload: history.payload }).from(history)
    expect(JSON.stringify(told)).not.toContain('lindqvist')
  })

  test('of TIFF, JPEG and PNG is kept too', async () => {
    const png = Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      Buffer.from('\0\0\0\0IEND\xaeB`\x82', 'latin1'),
    ])
    for (const [name, bytes] of [
      ['fax.tif', smallTiff()],
      ['photo.jpg', Buffer.from('\xff\xd8\xff\xe0 picture \xff\xd9', 'latin1')],
      ['photo.png', png],
    ] as const) {
      expect(await upload(name, bytes)).toMatchObject({ ok: true })
    }
  })

  test('named like a path is stored under its hash and nowhere else', async () => {
    const stored = await upload('../../../escape\u0000d.pdf', pdfOf('polyglot'))
    expect(stored).toMatchObject({ ok: true, value: { name: 'escaped.pdf' } })
    expect(existsSync(join(office.folder, 'escaped.pdf'))).toBe(false)
  })

  const whole = pdfOf('whole')
  test.each([
    { why: 'is empty', name: 'a.pdf', bytes: Buffer.alloc(0), kind: 'file-empty' },
    { why: 'is cut off', name: 'a.pdf', bytes: whole.subarray(0, whole.length - 30), kind: 'file-cut-off' },
    { why: 'is a cut-off TIFF', name: 'a.tif', bytes: smallTiff().subarray(0, 40), kind: 'file-cut-off' },
    { why: 'is not what its name says', name: 'a.png', bytes: whole, kind: 'file-not-what-it-says' },
    {
      why: 'is a page of a stranger with a PDF name',
      name: 'a.pdf',
      bytes: Buffer.from('<script>alert(1)</script>'),
      kind: 'file-not-what-it-says',
    },
    { why: 'is of no kind that is kept', name: 'a.docx', bytes: whole, kind: 'file-kind' },
    { why: 'has no ending', name: 'paper', bytes: whole, kind: 'file-kind' },
  ])('that $why is refused with a sentence, and nothing is left', async ({ name, bytes, kind }) => {
    const before = (await reader().select().from(files)).length
    const refused = await upload(name, bytes)
    expect(refused).toMatchObject({ ok: false, refusal: { kind, sentence: expect.stringMatching(/\.$/) } })
    expect((await reader().select().from(files)).length).toBe(before)
    expect(leftOver()).toEqual([])
  })

  test('that is larger than 50 MB is stopped while it comes', async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(1 << 20, 'x')
    }
    const refused = await storeUpload(office.actors.intake, { name: 'a.pdf', content: endless() })
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'file-too-large' } })
    expect(leftOver()).toEqual([])
  })

  test('that breaks off half-way leaves nothing', async () => {
    const refused = await storeUpload(office.actors.intake, { name: 'a.pdf', content: brokenOff(whole) })
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'file-not-received' } })
    expect(leftOver()).toEqual([])
  })

  test('from a billing clerk is refused before it is read', async () => {
    async function* never(): AsyncGenerator<Uint8Array> {
      yield* []
      throw new Error('It was read.')
    }
    const refused = await storeUpload(office.actors.billing, { name: 'a.pdf', content: never() })
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'not-permitted' } })
  })

  test('whose pages cannot be counted is kept without a count', async () => {
    const stored = await storeUpload(office.actors.counsel, {
      name: 'hostile.pdf',
      content: inPieces(pdfOf('hostile')),
    })
    expect(stored).toMatchObject({ ok: true, value: { pages: null } })
  })
})

test('what a killed process left of an upload is taken away after a day, and no sooner', async () => {
  const [old, young] = [join(folder(), '.incoming-old'), join(folder(), '.incoming-young')]
  for (const path of [old, young]) writeFileSync(path, 'part')
  utimesSync(old, 0, 0)
  await sweepIncoming(folder(), Date.now())
  expect([existsSync(old), existsSync(young)]).toEqual([false, true])
  rmSync(young)
})

describe('a row of a file', () => {
  test('is never written before its bytes are there', async () => {
    const refused = await storeFile(office.actors.intake, {
      sha256: 'ab'.repeat(32),
      name: 'a.pdf',
      pages: null,
    })
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'no-such-file' } })
  })

  test('cannot be asked for by a path', () => {
    expect(() => storedPath('../../etc/passwd')).toThrow(RangeError)
  })
})
