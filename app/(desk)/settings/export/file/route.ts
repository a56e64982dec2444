import { Readable } from 'node:stream'
import { actorAllowed } from '#app/_auth/actor.ts'
import { exportRecords } from '#db/commands/export.ts'
import { nounsFor } from '#db/export/nouns.ts'
import { csvOf, everythingOf, jsonOf } from '#db/export/write.ts'
import { theOffice } from '#db/open_office.ts'
import { todayOf } from '#db/queries/office.ts'
import { reader } from '#db/tx.ts'

const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
} as const

/**
 * Hands a list over, or all that the actor may have. It is a post and not a link, since it is recorded before the first
 * row leaves; rows are read as they leave.
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorAllowed()
  if (actor instanceof Response) return actor
  const form = await request.formData().catch(() => new FormData())
  const wanted = form.get('list')
  const format = form.get('format') === 'json' ? 'json' : 'csv'
  const isAll = wanted === 'everything' && format === 'json'
  const nouns = nounsFor(actor).filter(({ name }) => isAll || name === wanted)
  const [first] = nouns
  if (!first) return said(404, 'There is no such list, or not for your role.')
  const recorded = await exportRecords(actor, { lists: nouns.map(({ name }) => name), format })
  if (!recorded.ok) return said(403, recorded.refusal.sentence)
  const on = reader()
  const parts = isAll
    ? everythingOf(on, nouns, theOffice().clock())
    : format === 'csv'
      ? csvOf(on, first)
      : jsonOf(on, first)
  // Our own words only: no letter in the name needs quoting.
  const name = `${isAll ? 'everything' : first.name}-${await todayOf(on)}.${format}`
  return new Response(Readable.toWeb(Readable.from(parts, { objectMode: false })) as ReadableStream, {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="${name}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

const said = (status: number, sentence: string) =>
  new Response(`${sentence}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
