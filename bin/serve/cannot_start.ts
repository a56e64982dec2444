/** The desk cannot start; the message is one sentence that says what to do. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

/** The code of an operating system's error, such as EACCES; null for any other problem. */
export function codeOf(problem: unknown): string | null {
  return problem instanceof Error && 'code' in problem && typeof problem.code === 'string'
    ? problem.code
    : null
}
