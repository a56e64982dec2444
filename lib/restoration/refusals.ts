import { refusals } from '#lib/result.ts'

export const refuse = refusals({
  'nothing-restored': () => 'This office is not read-only: there is nothing to accept.',
  'other-restoration': () => 'The office was restored again since this page was opened. Look once more.',
  'number-below': ({ number }: { number: string }) =>
    `${number} is on file: a last number is raised and never lowered.`,
  'number-too-far': ({ most }: { most: number }) =>
    `That would leave out more than ${most} numbers. Look at the last paper once more.`,
})
