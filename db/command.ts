import type { z } from 'zod'
import { type Actor, isPermitted, type Permission } from '#lib/access/actor.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { dayOf, type Instant } from '#lib/calendar/instant.ts'
import type { Refused, Result } from '#lib/result.ts'
import { faults, normalised } from './command_input.ts'
import { isDiskFull } from './disk_full.ts'
import { appendHistory, type Head, type Told, writeHead } from './history.ts'
import { theOffice } from './open_office.ts'
import { refreshCache } from './queries/cache.ts'
import { invoiceIdOf, subpoenaIdOf } from './queries/ids.ts'
import { officeZone } from './queries/office.ts'
import { openRestoration } from './queries/restoration.ts'
import { refuse } from './refusals.ts'
import { repeatOf, storeAnswer, storedAnswer } from './replay.ts'
import { tx as inTransaction, type Tx } from './tx.ts'

export type Context = {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Instant
  /** The office's calendar day. */
  readonly today: CalendarDate
  /** The office's time zone, such as America/Los_Angeles. */
  readonly zone: string
  /** Says that a subpoena's stage, billing or next change may be another now. */
  readonly touch: (subpoenaId: number) => void
}

/** What goes into the history, and about what. Sentences name targets by letter and subscribers by number only. */
export type Tells = Told & { readonly subpoena?: string | undefined; readonly invoice?: string | undefined }

type Declaration<Schema extends z.ZodType, Value, Kind extends string, Name extends string> = {
  readonly name: Name
  readonly may: readonly Permission[]
  /**
   * One of two persons, somebody who vouches for what they saw, or who gives others a way in: a machine is refused,
   * whatever its roles.
   */
  readonly inPerson?: boolean
  readonly input: Schema
  /** 'all': its history line may be read by billing and administrators; else by those who see the case. */
  readonly seenBy?: 'all' | 'case'
  /** Who may even in an office that came out of a backup and that no administrator has looked at; else nobody. */
  readonly whileReadOnly?: readonly Permission[]
  /** Left out of the history: only for clockwork that found nothing to do and for what would fill it with noise. */
  readonly tells: (input: z.output<Schema>, value: Value) => Tells | null
  readonly run: (context: Context, input: z.output<Schema>) => Promise<Result<Value, Kind>>
}

type Always =
  | 'not-permitted'
  | 'not-a-person'
  | 'not-understood'
  | 'submission-reused'
  | 'office-read-only'
  | 'disk-full'

export type Command<
  Schema extends z.ZodType = z.ZodType,
  Value = unknown,
  Kind extends string = string,
  Name extends string = string,
> = {
  (
    actor: Actor,
    input: z.input<Schema>,
    options?: { submission?: string },
  ): Promise<Result<Value, Kind | Always>>
  readonly command: Name
  readonly may: readonly Permission[]
  readonly inPerson: boolean
  readonly input: Schema
  readonly seenBy: 'all' | 'case'
  readonly whileReadOnly: readonly Permission[]
}

/**
 * Makes a command: checks the permission, parses, opens one write transaction, runs, appends the history, refreshes
 * the stage cache, commits. A refusal rolls everything back and stores nothing, so that the corrected form goes through.
 * A full disk is refused in the same way: nothing was changed, and the same form goes through once there is room.
 */
export function command<Schema extends z.ZodType, Value, Kind extends string, const Name extends string>(
  declared: Declaration<Schema, Value, Kind, Name>,
): Command<Schema, Value, Kind, Name> {
  const { name, may, inPerson = false, input, seenBy = 'case', whileReadOnly = [] } = declared
  async function execute(actor: Actor, raw: z.input<Schema>, options: { submission?: string } = {}) {
    if (!isPermitted(actor, may)) return refuse('not-permitted')
    if (inPerson && actor.kind === 'machine') return refuse('not-a-person')
    const office = theOffice()
    const given = normalised(raw)
    const repeat = repeatOf(actor, declared.name, options.submission, given)
    let head: Head | null = null
    try {
      const answer = await inTransaction(async (tx) => {
        // Asked here and not sooner: whoever waits for the writer over midnight acts on the day on which it is done.
        const now = office.clock()
        if (repeat) {
          const before = await storedAnswer<Value>(tx, repeat)
          if (before) return before
        }
        if (!isPermitted(actor, whileReadOnly) && (await openRestoration(tx)))
          return refuse('office-read-only')
        const parsed = declared.input.safeParse(given)
        if (!parsed.success) return refuse('not-understood', { fields: faults(parsed.error, given) })
        const zone = await officeZone(tx)
        const today = dayOf(now, zone)
        const touched = new Set<number>()
        const context = { tx, actor, now, today, zone, touch: (id: number) => void touched.add(id) }
        const result = await declared.run(context, parsed.data)
        // Thrown, so that whatever a rule had already written goes with the transaction.
        if (!result.ok) throw new RolledBack(result)
        head = await record(context, touched, declared, parsed.data, result.value)
        for (const id of touched) await refreshCache(tx, id, today)
        if (repeat) await storeAnswer(tx, repeat, result.value, now)
        return result
      })
      if (head) writeHead(office, head)
      return answer
    } catch (error) {
      if (error instanceof RolledBack) return error.refused as Refused<Kind>
      if (isDiskFull(error)) return refuse('disk-full')
      throw error
    }
  }
  return Object.assign(execute, { command: name, may, inPerson, input, seenBy, whileReadOnly })
}

class RolledBack extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(refused.refusal.sentence)
    this.refused = refused
  }
}

async function record<Schema extends z.ZodType, Value, Kind extends string, Name extends string>(
  { tx, actor, now }: Context,
  touched: Set<number>,
  declared: Declaration<Schema, Value, Kind, Name>,
  input: z.output<Schema>,
  value: Value,
): Promise<Head | null> {
  const told = declared.tells(input, value)
  if (!told) return null
  const subpoenaId = told.subpoena ? await subpoenaIdOf(tx, told.subpoena) : null
  const invoiceId = told.invoice ? await invoiceIdOf(tx, told.invoice) : null
  if (subpoenaId) touched.add(subpoenaId)
  const { sentence, facts } = told
  return appendHistory(tx, {
    at: now,
    actorId: actor.id,
    command: declared.name,
    subpoenaId,
    invoiceId,
    seenBy: declared.seenBy ?? 'case',
    told: facts === undefined ? { sentence } : { sentence, facts },
  })
}
