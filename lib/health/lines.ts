/** Whether the desk is well: facts in, one line each out. Nothing here names a case or a person. */
export type HealthState = 'ok' | 'warn' | 'fail'
export type HealthLine = { readonly state: HealthState; readonly sentence: string }
export type HealthName = 'database' | 'clockwork' | 'mail' | 'disk' | 'backup'
export type Health = Readonly<Record<HealthName, HealthLine>>

/** How a repeated piece of work is doing. Ages in milliseconds; null: never. */
export type WorkFacts = {
  readonly endedAgo: number | null
  /** It failed, and has not ended well since. */
  readonly isFailing: boolean
}

export type HealthFacts = {
  /** 'none' before set-up, 'read-only' after a restore until an administrator has looked. */
  readonly office: 'none' | 'sample' | 'open' | 'read-only'
  readonly writing: WorkFacts
  readonly clockwork: WorkFacts
  readonly delivery: WorkFacts
  readonly mail: {
    readonly hasServer: boolean
    /** Milliseconds for which the oldest mail has been due; null: none is. */
    readonly dueFor: number | null
    /** Mail that failed, or of which nobody knows, and that waits for a person. */
    readonly failed: number
  }
  /** Bytes. */
  readonly disk: { readonly free: number; readonly all: number }
  readonly backup: {
    readonly isNightly: boolean
    readonly verifiedAgo: number | null
    readonly isFailing: boolean
  }
}

const minute = 60_000
const hour = 60 * minute
const gibibyte = 1024 ** 3

const line = (state: HealthState, sentence: string): HealthLine => ({ state, sentence })

export function healthOf(facts: HealthFacts): Health {
  return {
    database: databaseLine(facts),
    clockwork: clockworkLine(facts),
    mail: mailLine(facts),
    disk: diskLine(facts.disk),
    backup: backupLine(facts),
  }
}

/** The worst of all lines. */
export function worstOf(health: Health): HealthState {
  const states = Object.values(health).map(({ state }) => state)
  return states.includes('fail') ? 'fail' : states.includes('warn') ? 'warn' : 'ok'
}

const readOnly = 'The office came out of a backup and is read-only until an administrator has looked.'

function databaseLine({ office, writing }: HealthFacts): HealthLine {
  if (office === 'none') return line('ok', 'No office is set up yet.')
  if (office === 'read-only') return line('warn', readOnly)
  if (writing.isFailing) return line('fail', 'The database takes no writes: look at the log and at the disk.')
  if (writing.endedAgo === null) return line('ok', 'The desk has just started.')
  if (writing.endedAgo > 5 * minute) return line('fail', `The last write ended ${ago(writing.endedAgo)}.`)
  return line('ok', `The database took a write ${ago(writing.endedAgo)}.`)
}

function clockworkLine({ office, clockwork }: HealthFacts): HealthLine {
  if (office === 'none') return line('ok', 'The clockwork waits for an office.')
  if (office === 'read-only')
    return line('warn', 'The clockwork stands still until an administrator has looked.')
  if (clockwork.endedAgo === null)
    return clockwork.isFailing
      ? line('fail', 'The clockwork has failed since the desk started: look at the log.')
      : line('ok', 'The desk has just started.')
  const words = `The clockwork ran ${ago(clockwork.endedAgo)}.`
  if (clockwork.endedAgo > 30 * minute) return line('fail', words)
  return line(clockwork.isFailing || clockwork.endedAgo > 5 * minute ? 'warn' : 'ok', words)
}

function mailLine({ office, delivery, mail }: HealthFacts): HealthLine {
  if (office === 'none') return line('ok', 'There is no mail yet.')
  if (office === 'sample') return line('ok', 'The sample office sends no mail.')
  if (office === 'read-only') return line('warn', 'No mail goes until an administrator has looked.')
  const { hasServer, dueFor, failed } = mail
  if (dueFor !== null && dueFor > 6 * hour)
    return line('fail', `Mail has been due for ${forLong(dueFor)} and does not go.`)
  if (delivery.isFailing) return line('warn', 'The last round of mail delivery failed: look at the log.')
  if (dueFor !== null && dueFor > 15 * minute)
    return line('warn', `The oldest mail has been due for ${forLong(dueFor)}.`)
  if (failed > 0)
    return line('warn', `${counted(failed, 'mail waits', 'mails wait')} for a person: see Mail.`)
  if (!hasServer) return line('warn', 'No SMTP_URL is set: mail is written as files, and nobody receives it.')
  return line('ok', 'No mail is late, and none has failed.')
}

function diskLine({ free, all }: HealthFacts['disk']): HealthLine {
  const words = `${(free / gibibyte).toFixed(1)} GiB of ${(all / gibibyte).toFixed(1)} GiB are free.`
  if (free < gibibyte / 5) return line('fail', words)
  return line(free < gibibyte || free < all / 20 ? 'warn' : 'ok', words)
}

function backupLine({ office, backup: { isNightly, verifiedAgo, isFailing } }: HealthFacts): HealthLine {
  if (office === 'none') return line('ok', 'There is nothing to back up yet.')
  if (office === 'sample') return line('ok', 'The sample office is not backed up.')
  if (verifiedAgo === null) return line('warn', 'No backup of this office was ever made and read back.')
  const words = `The last backup was read back ${ago(verifiedAgo)}.`
  if (isNightly && verifiedAgo > 72 * hour) return line('fail', words)
  if (isFailing) return line('warn', `The last try at a backup failed. ${words}`)
  const isLate = verifiedAgo > (isNightly ? 26 * hour : 8 * 24 * hour)
  return line(isLate ? 'warn' : 'ok', words)
}

const ago = (milliseconds: number) => `${forLong(milliseconds)} ago`

function forLong(milliseconds: number): string {
  if (milliseconds < 2 * minute) return `${Math.max(0, Math.round(milliseconds / 1000))} seconds`
  if (milliseconds < 2 * hour) return `${Math.floor(milliseconds / minute)} minutes`
  if (milliseconds < 48 * hour) return `${Math.floor(milliseconds / hour)} hours`
  return `${Math.floor(milliseconds / (24 * hour))} days`
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
