import PDFDocument from 'pdfkit'
import { fontSet } from '#db/fonts.ts'
import type { FontProgram } from '#lib/documents/fonts.ts'
import { invoicePaper } from '#lib/documents/invoice_paper.ts'
import { sampleInvoice } from '#lib/documents/sample_invoice.ts'
import { type Figure, sideBySide } from './measure.ts'

type Drawn = { program: FontProgram; size: number; text: string; x: number; y: number; page: number }

/** What our invoice draws, piece by piece, heard from pdfkit itself while it is drawn once. */
function piecesOfInvoice(): Drawn[] {
  const pieces: Drawn[] = []
  const programs = new Map<string, FontProgram>()
  const usual = PDFDocument.prototype
  const { registerFont, font, fontSize, text } = usual
  let name = ''
  let size = 0
  usual.registerFont = function (this: PDFKit.PDFDocument, as: string, ...rest: [never]) {
    programs.set(as, rest[0])
    return registerFont.call(this, as, ...rest)
  }
  usual.font = function (this: PDFKit.PDFDocument, as: string) {
    name = as
    return font.call(this, as)
  } as typeof font
  usual.fontSize = function (this: PDFKit.PDFDocument, points: number) {
    size = points
    return fontSize.call(this, points)
  }
  usual.text = function (this: PDFKit.PDFDocument, words: string, x: number, y: number, options: object) {
    const { start, count } = this.bufferedPageRange()
    const program = programs.get(name)
    if (program) pieces.push({ program, size, text: words, x, y, page: start + count - 1 })
    return text.call(this, words, x, y, options)
  } as typeof text
  try {
    invoicePaper(sampleInvoice, fontSet())
  } finally {
    Object.assign(usual, { registerFont, font, fontSize, text })
  }
  return pieces
}

/** The same text with the same fonts at the same places, by pdfkit and nothing else. */
function bare(pieces: readonly Drawn[]): number {
  const doc = new PDFDocument({ size: [612, 792], margin: 0, font: '', bufferPages: true, pdfVersion: '1.7' })
  const known = new Set<string>()
  for (const { program, size, text, x, y } of pieces) {
    const name = program.postscriptName
    if (!known.has(name)) doc.registerFont(name, program as unknown as Uint8Array)
    known.add(name)
    doc.font(name).fontSize(size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' })
  }
  doc.end()
  let bytes = 0
  for (let piece = doc.read(); piece !== null; piece = doc.read()) bytes += piece.length
  return bytes
}

/** Our invoice against bare pdfkit. */
export async function paperFigures(rounds: number): Promise<Figure[]> {
  const pieces = piecesOfInvoice()
  if (pieces.length < 30) throw new Error('Too little of the invoice was heard to compare it with.')
  const fonts = fontSet()
  const works = [() => invoicePaper(sampleInvoice, fonts), () => bare(pieces)]
  const [ours = 0, theirs = 1] = await sideBySide(works, rounds * 4, 20)
  const against = 'bare pdfkit, same text and fonts'
  return [{ what: 'Drawing an invoice', against, value: ours / theirs, limit: 1.5, unit: '×' }]
}
