import { z } from 'zod'
import { faults, normalised } from '#db/command_input.ts'
import type { OurPaper } from '#db/queries/our_papers.ts'
import { refuse } from '#db/refusals.ts'
import { type Actor, isPermitted, NotAllowed } from '#lib/access/actor.ts'
import type { Refused } from '#lib/result.ts'
import type { Query } from './query.ts'
import { answered, refused, sayNo } from './replies.ts'

type Asking = { readonly query: Query; readonly named: Readonly<Record<string, string>> }

/** Reads an address by the query's schema, asks, and gives what the query declares and nothing more. */
export async function askQuery(actor: Actor, { query, named }: Asking, request: Request): Promise<Response> {
  if (!isPermitted(actor, query.may)) throw new NotAllowed('This is not for your role.')
  // A number that is none names nothing that is there.
  for (const [name, value] of Object.entries(named)) {
    const shape: z.ZodType | undefined = query.input.shape[name]
    if (!shape?.safeParse(value).success) return refused(sayNo('no-such-thing').refusal)
  }
  const filters = Object.entries(query.input.shape).filter(([name]) => !(name in named))
  const given = asked(query, new URL(request.url).searchParams)
  const input = z.strictObject(Object.fromEntries(filters)).safeParse(given)
  if (!input.success) return refused(refuse('not-understood', { fields: faults(input.error, given) }).refusal)
  const found = await query.ask(actor, { ...input.data, ...named })
  if (found === null) return refused(sayNo('no-such-thing').refusal)
  if (query.answer === 'pdf') return paper(found as OurPaper)
  if (isRefused(found)) return refused(found.refusal)
  return answered(query.answer.parse(found))
}

/** Text as the schema means it; what is given twice stays a list, and what is no number stays text: both are refused. */
function asked({ input }: Query, given: URLSearchParams): Record<string, unknown> {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  const read = (name: string, text: string): unknown => {
    const property = properties[name]
    const type = typeof property === 'object' ? property.type : undefined
    if (type === 'integer' && /^\d{1,9}$/.test(text)) return Number(text)
    if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true'
    return normalised(text)
  }
  return Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const values = given.getAll(name)
      return [name, values.length === 1 ? read(name, values[0] ?? '') : values]
    }),
  )
}

const isRefused = (found: unknown): found is Refused =>
  typeof found === 'object' && found !== null && 'ok' in found && found.ok === false

function paper({ name, bytes }: OurPaper): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.length),
      // Our own numbers only: no letter in it needs quoting.
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}
