import { z } from 'zod'
import type { Span, Stretch } from '#db/queries/stretch.ts'
import type { Actor, Permission } from '#lib/access/actor.ts'
import type { Refused } from '#lib/result.ts'

/** What stands in a query's address: its filters, and the number of the one thing that it is about. */
export type Asked = Readonly<Record<string, unknown>>

/**
 * A question that other programs may ask. All that is known of it stands here: the router, openapi.json, the page for
 * people and the tests read it.
 */
export type Query = {
  /** Under /api/v1, with the names of what varies: "/invoices/{number}". */
  readonly path: string
  readonly summary: string
  readonly may: readonly Permission[]
  /** What varies in the path, and the filters: text that is read by the schema. */
  readonly input: z.ZodObject
  /** What is answered; what it does not name is left out. 'pdf': the bytes of a paper. */
  readonly answer: z.ZodType | 'pdf'
  /** Null where there is no such thing. @throws NotAllowed where the role may not ask this much. */
  readonly ask: (actor: Actor, asked: Asked) => Promise<unknown>
  /** Said of it besides, where there is something to know. */
  readonly note?: string
}

type Declared<Input extends z.ZodObject, Answer extends z.ZodType> = Omit<
  Query,
  'input' | 'answer' | 'ask'
> & {
  readonly input: Input
  readonly answer: Answer
  readonly ask: (actor: Actor, asked: z.output<Input>) => Promise<z.input<Answer> | null | Refused>
}

/** A query about one thing, or about everything at once. Compiles only while its answer is the one that it declares. */
export function query<Input extends z.ZodObject, Answer extends z.ZodType>(
  declared: Declared<Input, Answer>,
): Query {
  return declared as unknown as Query
}

/** So many rows come where nothing else is asked, and at most so many. */
const usual = 50
const most = 200

const listFields = {
  limit: z.int().min(1, 'At least 1.').max(most, `At most ${most}.`).optional(),
  cursor: z.string().optional(),
}

type DeclaredList<Filters extends z.ZodRawShape, Row extends z.ZodType> = Pick<
  Query,
  'path' | 'summary' | 'may'
> & {
  readonly filters: Filters
  readonly row: Row
  readonly ask: (
    actor: Actor,
    asked: z.output<z.ZodObject<Filters>>,
    span: Span,
  ) => Promise<Stretch<z.input<Row>>>
}

/** A query that lists: a stretch of rows, and the cursor with which the next is asked. */
export function list<Filters extends z.ZodRawShape, Row extends z.ZodType>(
  declared: DeclaredList<Filters, Row>,
): Query {
  const { path, summary, may, filters, row, ask } = declared
  return {
    path,
    summary,
    may,
    input: z.strictObject({ ...filters, ...listFields }),
    answer: z.object({ rows: z.array(row), next: z.string().nullable() }),
    async ask(actor, { limit = usual, cursor, ...asked }) {
      const after = cursor === undefined ? null : readCursor(path, String(cursor))
      if (after === undefined) return badCursor
      const span = { after, most: limit as number }
      const { rows, next } = await ask(actor, asked as z.output<z.ZodObject<Filters>>, span)
      return { rows, next: next === null ? null : cursorOf(path, next) }
    },
  }
}

/** What stands in it is no business of whoever carries it. */
const cursorOf = (path: string, after: number) => Buffer.from(`${path} ${after}`).toString('base64url')

function readCursor(path: string, cursor: string): number | undefined {
  const text = Buffer.from(cursor, 'base64url').toString()
  const found = /^(\S+) (\d{1,15})$/.exec(text)
  return found?.[1] === path ? Number(found[2]) : undefined
}

const badCursor: Refused<'not-understood'> = {
  ok: false,
  refusal: {
    kind: 'not-understood',
    sentence: 'One field needs another look.',
    fields: { cursor: 'Take it from the answer before, as it stands there.' },
  },
}
