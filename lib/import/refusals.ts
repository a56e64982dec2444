import { refusals } from '#lib/result.ts'
import { type Fault, faultSentence } from './sheet.ts'

export const refuse = refusals({
  'sheet-empty': () => 'The file is empty. Choose another.',
  'sheet-too-large': () => 'The file is larger than 10 MB. Send it in parts.',
  'rows-at-fault': ({ faults }: { faults: readonly Fault[] }) => {
    const [first] = faults
    const more = faults.length > 1 ? ` And ${faults.length - 1} more.` : ''
    return `Nothing was imported. ${first ? faultSentence(first) : ''}${more}`
  },
  'nothing-to-import': () => 'There is nothing in the file that is not here already.',
  'paper-filed-already': () => 'Its served paper is on file, and is kept as it came.',
  'no-such-import': () => 'There is no such import.',
  'import-undone': () => 'That import was undone before.',
  'import-built-on': ({ what }: { what: string }) => `It cannot be undone any more: ${what}.`,
})
