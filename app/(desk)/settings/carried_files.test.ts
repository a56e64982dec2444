import { desc } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { addRequester } from '#db/commands/requester.ts'
import { importPreview } from '#db/queries/imports.ts'
import { history } from '#db/schema.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { reader } from '#db/tx.ts'
import type { Actor } from '#lib/access/actor.ts'
import { POST as exported } from './export/file/route.ts'
import { POST as sent } from './import/file/route.ts'
import { sheetAsked } from './import/import_query.ts'

/** Who is asking is another part's business: here it is said. */
const asking = vi.hoisted(() => ({ actor: null as unknown }))
vi.mock('#app/_auth/actor.ts', () => ({
  actorAllowed: async () => asking.actor ?? new Response('Sign in first.', { status: 401 }),
}))

let office: TestOffice
let actors: TestOffice['actors']
beforeAll(async () => {
  office = await testOffice('2026-01-06 10:00')
  actors = office.actors
})
afterAll(() => office.close())
beforeEach(() => {
  asking.actor = null
})

const by = (actor: Actor) => {
  asking.actor = actor
}

function formOf(fields: Readonly<Record<string, string | File>>): Request {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return new Request('http://desk.test/settings', { method: 'POST', body })
}

describe('a sheet that is sent', () => {
  const reading = { kind: 'requesters', dates: 'month-first', serviceMethod: 'fax' }
  const sheet = (text: string) => new File([text], 'log.csv')

  test('is kept and leads to its preview', async () => {
    by(actors.intake)
    const answer = await sent(formOf({ ...reading, sheet: sheet('firm\nFirm A\n') }))
    expect(answer.status).toBe(303)
    const to = new URL(answer.headers.get('location') ?? '', 'http://desk.test')
    expect(to.pathname).toBe('/settings/import/preview')
    const asked = sheetAsked(Object.fromEntries(to.searchParams))
    expect(asked).toMatchObject(reading)
    if (!asked) throw new Error('No sheet is asked for.')
    expect(await importPreview(actors.intake, asked)).toMatchObject({ ok: true, value: { faults: [] } })
  })

  test.each([
    ['no file', {}, 'no-file'],
    ['an empty file', { sheet: sheet('') }, 'sheet-empty'],
    ['a workbook', { sheet: sheet('PK\u0003\u0004') }, 'workbook'],
    ['more than 10 MB', { sheet: sheet('a'.repeat(10 * 1024 * 1024 + 1)) }, 'sheet-too-large'],
  ])('with %s leads back with the reason', async (_what, fields, problem) => {
    by(actors.intake)
    const answer = await sent(formOf({ ...reading, ...fields }))
    expect(answer.headers.get('location')).toBe(
      `/settings/import?kind=requesters&dates=month-first&serviceMethod=fax&problem=${problem}`,
    )
  })

  test('by somebody not signed in is turned away', async () => {
    expect((await sent(formOf({ sheet: sheet('firm\nFirm A\n') }))).status).toBe(401)
  })
})

describe('a list that is asked for', () => {
  const last = async () => (await reader().select().from(history).orderBy(desc(history.sequence)).limit(1))[0]

  test('is recorded first, and answered as a file that is saved', async () => {
    const named = await addRequester(actors.intake, { name: '=HYPERLINK("http://x")', phone: '+46 8 555' })
    expect(named).toMatchObject({ ok: true })
    by(actors.billing)
    const answer = await exported(formOf({ list: 'requesters', format: 'csv' }))
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="requesters-2026-01-06.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(await last()).toMatchObject({ command: 'export-records', actorId: actors.billing.id })
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(bytes.toString()).toContain(`"'=HYPERLINK(""http://x"")"`)
  })

  test('with everything else is one document of what the role may have', async () => {
    by(actors.auditor)
    const answer = await exported(formOf({ list: 'everything', format: 'json' }))
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="everything-2026-01-06.json"',
    )
    const document = (await answer.json()) as Record<string, unknown>
    expect(Object.keys(document)).toEqual(expect.arrayContaining(['exportedAt', 'subscribers', 'invoices']))
    expect((await last())?.payload).toContain('It says who the subscribers are.')
  })

  test.each([
    ['billing', 'subscribers'],
    ['billing', 'targets'],
    ['intake', 'requesters'],
    ['counsel', 'sessions'],
  ] as const)('by %s, of %s, is no list of theirs, and nothing is recorded', async (role, list) => {
    const before = await last()
    by(actors[role])
    expect((await exported(formOf({ list, format: 'csv' }))).status).toBe(404)
    expect(await last()).toEqual(before)
  })
})
