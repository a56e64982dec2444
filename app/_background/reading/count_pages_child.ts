/**
 * A process of its own, under limits: a stranger's paper is opened here and nowhere else. The paper is its standard
 * input, the number of its pages the only thing it says.
 *
 *   node count_pages_child.ts pdf|tiff < paper
 */
import { fstatSync, readFileSync, readSync } from 'node:fs'
import { tiffPages } from '#lib/file/tiff.ts'

const paper = 0

const pages = process.argv[2] === 'tiff' ? pagesOfTiff() : await pagesOfPdf()
if (pages !== null) process.stdout.write(`${pages}\n`)
process.exit(0)

function pagesOfTiff(): number | null {
  const { size } = fstatSync(paper)
  return tiffPages((offset, length) => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - offset)))
    return bytes.subarray(0, readSync(paper, bytes, 0, bytes.length, offset))
  }, size)
}

async function pagesOfPdf(): Promise<number | null> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({
    data: new Uint8Array(readFileSync(paper)),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
  })
  const document = await loading.promise
  return document.numPages
}
