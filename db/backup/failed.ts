/** A backup or a restore came to nothing; the message is one sentence that says why, and nothing was left behind. */
export class BackupFailed extends Error {
  override name = 'BackupFailed'
}

const because: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  SQLITE_FULL: 'the disk is full',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'it is on a disk that can only be read',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a folder',
}

/** What went wrong as a sentence; a problem of another kind comes back as it was. */
export function asSentence(problem: unknown, doing: string): unknown {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : ''
  const reason = because[code]
  return reason ? new BackupFailed(`${doing}, because ${reason}.`) : problem
}

/** Runs `work`; what the operating system refuses becomes a sentence that begins with `doing`. */
export async function orSentence<Value>(doing: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (problem) {
    throw asSentence(problem, doing)
  }
}
