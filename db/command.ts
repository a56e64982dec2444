import { createHash } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import type { z } from 'zod'
import { type Actor, isPermitted, type Permission } from '#lib/access/actor.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { dayOf, type Instant } from '#lib/calendar/instant.ts'
import type { Accepted, Refused, Result } from '#lib/result.ts'
import { faults, normalised } from './command_input.ts'
import { appendHistory, type Head, type Told, writeHead } from './history.ts'
import { theOffice } from './open_office.ts'
import { refreshCache } from './queries/cache.ts'
import { invoiceIdOf, subpoenaIdOf } from './queries/ids.ts'
import { officeZone } from './queries/office.ts'
import { refuse } from './refusals.ts'
import { submissions } from './schema.ts'
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
  /** Left out of the history: only for clockwork that found nothing to do and for what would fill it with noise. */
  readonly tells: (input: z.output<Schema>, value: Value) => Tells | null
  readonly run: (context: Context, input: z.output<Schema>) => Promise<Result<Value, Kind>>
}

type Always = 'not-permitted' | 'not-a-person' | 'not-understood' | 'submission-reused'

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
}

const replayDays = 30

/**
 * Makes a command: checks the permission, parses, opens one write transaction, runs, appends the history, refreshes
 * the stage cache, commits. A refusal rolls everything back and stores nothing, so that the corrected form goes through.
 */
export function command<Schema extends z.ZodType, Value, Kind extends string, const Name extends string>(
  declared: Declaration<Schema, Value, Kind, Name>,
): Command<Schema, Value, Kind, Name> {
  async function execute(actor: Actor, raw: z.input<Schema>, options: { submission?: string } = {}) {
    if (!isPermitted(actor, declared.may)) return refuse('not-permitted')
    if (declared.inPerson && actor.kind === 'machine') return refuse('not-a-person')
    const office = theOffice()
    const given = normalised(raw)
    const repeat = options.submission ? { submission: options.submission, hash: hashOfInput(given) } : null
    let head: Head | null = null
    try {
      const answer = await inTransaction(async (tx) => {
        // Asked here and not sooner: whoever waits for the writer over midnight acts on the day on which it is done.
        const now = office.clock()
        if (repeat) {
          const before = await stored<Value>(tx, actor, declared.name, repeat)
          if (before) return before
        }
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
        if (repeat) await store(tx, actor, declared.name, repeat, result.value, now)
        return result
      })
      if (head) writeHead(office, head)
      return answer
    } catch (error) {
      if (error instanceof RolledBack) return error.refused as Refused<Kind>
      throw error
    }
  }
  const { name, may, inPerson = false, input, seenBy = 'case' } = declared
  return Object.assign(execute, { command: name, may, inPerson, input, seenBy })
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

type Repeat = { readonly submission: string; readonly hash: string }

async function stored<Value>(
  tx: Tx,
  actor: Actor,
  name: string,
  { submission, hash }: Repeat,
): Promise<Accepted<Value> | Refused<'submission-reused'> | null> {
  const [row] = await tx
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.actorId, actor.id),
        eq(submissions.command, name),
        eq(submissions.submission, submission),
      ),
    )
  if (!row) return null
  if (row.inputHash !== hash) return refuse('submission-reused')
  return { ok: true, value: JSON.parse(row.answer) as Value }
}

async function store(
  tx: Tx,
  actor: Actor,
  name: string,
  repeat: Repeat,
  value: unknown,
  now: Instant,
): Promise<void> {
  const oldest = (now - replayDays * 86_400_000) as Instant
  await tx.delete(submissions).where(lt(submissions.at, oldest))
  const answer = JSON.stringify(value ?? null)
  await tx.insert(submissions).values({
    actorId: actor.id,
    command: name,
    submission: repeat.submission,
    inputHash: repeat.hash,
    answer,
    at: now,
  })
}

function hashOfInput(input: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(input) ?? 'nothing')
    .digest('hex')
}
