import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallTiff } from '#db/testing/upload.ts'
import { countPages } from './count_pages.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'papers-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

async function drawn(pages: number): Promise<Buffer> {
  const paper = new PDFDocument({ autoFirstPage: false })
  for (let page = 1; page <= pages; page++) paper.addPage().text(`Page ${page}`)
  paper.end()
  const pieces: Uint8Array[] = []
  for await (const piece of paper as AsyncIterable<Uint8Array>) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('a PDF and a TIFF are counted, and a picture is one page', async () => {
  expect(await countPages(written('eleven.pdf', await drawn(11)), 'pdf')).toBe(11)
  expect(await countPages(written('fax.tif', smallTiff()), 'tiff')).toBe(1)
  expect(await countPages('never opened', 'jpeg')).toBe(1)
})

test('what is no PDF inside, or not there, is not counted, and nobody is stopped by it', async () => {
  expect(
    await countPages(written('noise.pdf', Buffer.from('%PDF-1.4\nstartxref\n9\n%%EOF')), 'pdf'),
  ).toBeNull()
  expect(await countPages(join(folder, 'missing.pdf'), 'pdf')).toBeNull()
})

test('a paper that unpacks to gigabytes ends within its limits, and the next one is counted', async () => {
  const bomb = deflateSync(deflateSync(Buffer.alloc(400 << 20)))
  const head = '%PDF-1.5\n1 0 obj\n<< /Type /XRef /Size 100000000 /W [1 2 1] /Root 2 0 R '
  const dictionary = `${head}/Filter [/FlateDecode /FlateDecode] /Length ${bomb.length} >>\nstream\n`
  const hostile = Buffer.concat([
    Buffer.from(dictionary),
    bomb,
    Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF\n'),
  ])
  const began = performance.now()
  const [first, second] = await Promise.all([
    countPages(written('bomb.pdf', hostile), 'pdf'),
    countPages(written('two.pdf', await drawn(2)), 'pdf'),
  ])
  expect([first, second]).toEqual([null, 2])
  expect(performance.now() - began).toBeLessThan(60_000)
}, 70_000)
