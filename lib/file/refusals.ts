import { refusals } from '#lib/result.ts'
import { type PaperType, paperTypes } from './paper_type.ts'

const kept = 'PDF, TIFF, JPEG and PNG are kept'

export const refuse = refusals({
  'file-empty': () => 'The file is empty. Choose another, or scan it again.',
  'file-too-large': () => 'The file is larger than 50 MB. Scan it in fewer dots per inch, or in parts.',
  'file-kind': ({ name }: { name: string }) =>
    `“${name}” is not a kind of paper that is kept here: ${kept}. Print or export it as a PDF.`,
  'file-not-what-it-says': ({ says, is }: { says: PaperType; is: PaperType | null }) =>
    `The name says ${paperTypes[says].label}, but the content is ${is ? paperTypes[is].label : 'none'}. ` +
    (is ? `Name it .${paperTypes[is].extensions[0]}, or choose the right file.` : 'Choose the right file.'),
  'file-cut-off': ({ type }: { type: PaperType }) =>
    `The ${paperTypes[type].label} ends too early: a part of it is missing. Fetch or scan it again.`,
  'file-not-received': () => 'The upload broke off, and nothing was stored. Send the file again.',
  'no-file': () => 'Choose a file first.',
  'disk-full': () => 'The disk of the desk is full, and nothing was stored. Tell the administrator.',
})
