import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { DrawnPaper } from '#lib/documents/paper.ts'

/** A paper as a reader's program opens it. For tests: it reads what was drawn and not what was meant. */
export function opened({ bytes }: DrawnPaper) {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
}

/** What a reader's program reads back, a page each, with blanks as single spaces. */
export async function pagesOf(paper: DrawnPaper): Promise<string[]> {
  const pdf = await opened(paper)
  const pages = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    pages.push(text.replaceAll(/\s+/g, ' '))
  }
  await pdf.loadingTask.destroy()
  return pages
}
/** All of it on one line. */
export async function textOf(paper: DrawnPaper): Promise<string> {
  return (await pagesOf(paper)).join(' ')
}
