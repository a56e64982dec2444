/** What the commands say in the terminal: plain sentences, and one of them when something is wrong. */

export function say(sentence) {
  console.log(sentence)
}

/** Thrown with one sentence that says what to do; `orGiveUp` prints it and nothing else. */
export class PlainFailure extends Error {
  name = 'PlainFailure'
}

/** Errors of ours whose message is a sentence for the person at the terminal. */
const plain = new Set(['PlainFailure', 'CannotStart', 'OfficeUnusable', 'BackupFailed'])

/** Runs a command to its end and turns what went wrong into one sentence, last words and exit code 1. */
export async function orGiveUp(command, lastWords) {
  try {
    await command()
  } catch (problem) {
    console.error(plain.has(problem?.name) ? problem.message : problem)
    if (lastWords) console.log(lastWords)
    process.exit(1)
  }
}
