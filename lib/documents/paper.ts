import PDFDocument from 'pdfkit'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Face, FontSet } from './fonts.ts'

/**
 * The layout number of our papers, kept with each one. Raise it with any change of position, face or wording that
 * would give other bytes for the same facts; papers already issued keep their bytes and their number.
 */
const layout = 1

export type PaperSize = 'letter' | 'a4'

/** In points, 72 to the inch. */
const sizes: Record<PaperSize, { width: number; height: number }> = {
  letter: { width: 612, height: 792 },
  a4: { width: 595.28, height: 841.89 },
}

/** Ink for all that is read, the second for labels and reasons. Both stay legible when faxed. */
export const inks = { ink: '#1d1c19', second: '#55524a', line: '#c8c4b9' } as const
export type Ink = keyof typeof inks

export const margins = { left: 64.5, right: 57, top: 72, bottom: 46 } as const

/** A drawn paper: what is stored, hashed and never drawn again. */
export type DrawnPaper = { readonly bytes: Uint8Array; readonly pages: number; readonly layout: number }

/** A paper being drawn. `y` is where the next thing goes, in points from the top; the rest stays. */
export type Paper = {
  readonly doc: PDFKit.PDFDocument
  readonly fonts: FontSet
  readonly left: number
  readonly right: number
  /** The lowest point that text may reach; the foot stands under it. */
  readonly bottom: number
  readonly width: number
  readonly height: number
  readonly faces: Set<string>
  readonly continuation: string
  /** What the spaces between blocks are multiplied with: 1, or less to spare a page for a few lines. */
  readonly spacing: number
  y: number
}

/** The words that a reader's program shows for the paper, and the foot of each page. */
export type PaperHead = {
  readonly title: string
  readonly author: string
  /** BCP 47, for screen readers: "en-US". */
  readonly language: string
  /** The day on the paper; also the only date in the file. */
  readonly on: CalendarDate
  readonly size: PaperSize
  /** At the head of the second and later pages. */
  readonly continuation: string
  readonly spacing?: number
}

/**
 * Draws a paper and gives its bytes at once: nothing is awaited, so it may be called inside a transaction.
 * The same facts give the same bytes, in any process.
 *
 * @throws UnprintableText when a text holds a character without a glyph.
 */
export function drawPaper(
  head: PaperHead,
  fonts: FontSet,
  draw: (paper: Paper) => void,
  foot: (paper: Paper, page: number, pages: number) => void,
): DrawnPaper {
  const { width, height } = sizes[head.size]
  const noon = new Date(`${head.on}T12:00:00Z`)
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    font: '',
    bufferPages: true,
    autoFirstPage: true,
    pdfVersion: '1.7',
    lang: head.language,
    displayTitle: true,
    info: { Title: head.title, Author: head.author, CreationDate: noon, ModDate: noon },
  })
  const paper: Paper = {
    doc,
    fonts,
    width,
    height,
    left: margins.left,
    right: width - margins.right,
    bottom: height - margins.bottom,
    faces: new Set(),
    continuation: head.continuation,
    spacing: head.spacing ?? 1,
    y: margins.top,
  }
  draw(paper)
  const pages = doc.bufferedPageRange().count
  for (let page = 0; page < pages; page++) {
    doc.switchToPage(page)
    foot(paper, page + 1, pages)
  }
  return { bytes: finish(doc), pages, layout }
}

/** pdfkit pushes each piece into the stream's buffer as it is made, and deflates synchronously: all is there. */
function finish(doc: PDFKit.PDFDocument): Uint8Array {
  doc.end()
  const pieces: Uint8Array[] = []
  for (let piece: unknown = doc.read(); piece !== null; piece = doc.read()) pieces.push(piece as Uint8Array)
  const bytes = Buffer.concat(pieces)
  if (!bytes.subarray(-6).toString('latin1').startsWith('%%EOF')) throw new Error('The PDF is cut off.')
  return bytes
}

/** Makes a face the one that is drawn with, known to the file under its own name. */
export function takeFace({ doc, faces }: Paper, face: Face, size: number): void {
  if (!faces.has(face.name)) {
    // A fontkit font is what pdfkit makes of bytes; its types only know the bytes.
    doc.registerFont(face.name, face.program as unknown as Uint8Array)
    faces.add(face.name)
  }
  doc.font(face.name).fontSize(size)
}

/** A line across, in points. `dash` for the one that is cut along. */
export function rule(
  { doc }: Paper,
  {
    from,
    to,
    y,
    weight = 0.5,
    ink = 'ink',
    dash,
  }: { from: number; to: number; y: number; weight?: number; ink?: Ink; dash?: number },
): void {
  doc.save().lineWidth(weight).strokeColor(inks[ink])
  if (dash) doc.dash(dash, { space: dash * 0.7 })
  doc.moveTo(from, y).lineTo(to, y).stroke().restore()
}
