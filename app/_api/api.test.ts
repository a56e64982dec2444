import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { addRequester } from '#db/commands/requester.ts'
import { history, identityViews, people, requesters } from '#db/schema.ts'
import { DeskInTest, done } from '#db/testing/desk.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { pdfOf } from '#db/testing/upload.ts'
import { reader, tx } from '#db/tx.ts'
import { kindsOf, type Role } from '#lib/kinds.ts'
import { ask, give, type Heard, tokenFor } from './program_for_tests.ts'
import { queries } from './queries.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.close())
afterEach(() => {
  vi.restoreAllMocks()
  delete (globalThis as { subpoenaDeskRates?: unknown }).subpoenaDeskRates
})

const kindOf = ({ status, body }: Heard) => [status, body.refusal?.kind]
const json = { 'Content-Type': 'application/json' }
let intake: string
beforeAll(async () => {
  intake = await tokenFor('intake program', 'intake')
})

describe('a body', () => {
  const sent = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) =>
    ask(intake, '/commands/add-requester', {
      method: 'POST',
      headers: { 'Idempotency-Key': 'body', ...headers },
      body,
    })

  test.each([
    ['that is no JSON', '{', 400, 'not-json'],
    ['that is empty', '', 400, 'not-json'],
    ['that is not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400, 'not-json'],
    ['that names a field twice', '{"name":"A","name":"B"}', 400, 'not-json'],
    ['that names one twice in other letters', '{"name":"A","n\\u0061me":"B"}', 400, 'not-json'],
    ['with half a surrogate pair', '{"name":"\\ud800"}', 400, 'not-json'],
    ['nested without end', '['.repeat(100_000) + ']'.repeat(100_000), 400, 'not-json'],
    ['of more than a megabyte', JSON.stringify({ name: 'x'.repeat(1_000_001) }), 413, 'body-too-large'],
    ['that is a list', '[]', 422, 'not-understood'],
    ['that is null', 'null', 422, 'not-understood'],
    ['with a number for a word', '{"name":7}', 422, 'not-understood'],
    ['with a list for one value', '{"name":["A"]}', 422, 'not-understood'],
    ['with a field that there is not', '{"name":"A","naem":"B"}', 422, 'not-understood'],
    ['that reaches for the prototype', '{"name":"A","__proto__":{"note":"x"}}', 422, 'not-understood'],
    ['with NUL in it', '{"name":"A\\u0000"}', 422, 'not-understood'],
  ])('%s is refused, and nothing is done', async (_name, body, status, kind) => {
    const heard = await sent(body)
    expect(kindOf(heard)).toEqual([status, kind])
    expect(heard.body.refusal?.sentence).toMatch(/^[A-Z].*\.$/)
    expect(heard.text).not.toMatch(/ at .*\.ts|SELECT|sqlite/i)
    expect(await reader().select().from(requesters)).toEqual([])
  })

  test('names the fields at fault', async () => {
    const { body } = await sent('{"email":"a@b.test, c@d.test","phone":7,"naem":1}')
    expect(body.refusal?.fields).toEqual({
      name: 'This is needed.',
      email: 'One e-mail address, such as name@example.com.',
      phone: 'This cannot be read here.',
      '': 'There is no such field: naem.',
    })
  })

  test.each([
    ['of another type', { 'Content-Type': 'text/plain' }, 415, 'not-read-here'],
    ['in another encoding', { 'Content-Type': 'application/json; charset=utf-16' }, 415, 'not-read-here'],
    ['without a key', { ...json, 'Idempotency-Key': '' }, 400, 'no-key'],
    ['with a key of blanks', { ...json, 'Idempotency-Key': 'a b' }, 400, 'no-key'],
  ])('%s is not read', async (_name, headers, status, kind) => {
    expect(kindOf(await sent('{"name":"A"}', headers))).toEqual([status, kind])
  })
})

describe('a key', () => {
  test('that is sent again gets the stored answer, and nothing is done twice', async () => {
    const first = await give(intake, 'add-requester', { name: 'Oakhurst Tarn LLP' }, 'once')
    const again = await give(intake, 'add-requester', { name: 'Oakhurst Tarn LLP' }, 'once')
    expect(first).toMatchObject({ status: 200, body: { ok: true, value: { number: 'R-00001' } } })
    expect(again.body).toEqual(first.body)
    expect(await reader().select().from(requesters)).toHaveLength(1)
    const other = await give(intake, 'add-requester', { name: 'Quillmark LLP' }, 'once')
    expect(kindOf(other)).toEqual([409, 'submission-reused'])
    expect(other.body.refusal?.sentence).toContain('another key')
  })

  test('of one machine is not that of another', async () => {
    const second = await tokenFor('another intake program', 'intake')
    const { body } = await give(second, 'add-requester', { name: 'Oakhurst Tarn LLP' }, 'once')
    expect(body).toMatchObject({ ok: true, value: { number: 'R-00002' } })
  })
})

describe('a token', () => {
  test.each([
    ['none', {}],
    ['of another scheme', { Authorization: 'Basic ZGVzazpkZXNr' }],
    ['in a cookie', { Cookie: 'session=abc; desk_token=abc' }],
  ])('%s is answered 401 for every path', async (_name, headers) => {
    for (const path of ['', '/', '/today', '/nothing', '/commands/log-subpoena', '/openapi.json/x']) {
      for (const method of ['GET', 'POST', 'OPTIONS', 'DELETE']) {
        const heard = await ask(null, path, { method, headers })
        expect([path, method, ...kindOf(heard)]).toEqual([path, method, 401, 'no-token'])
        expect(heard.headers.get('www-authenticate')).toMatch(/^Bearer/)
      }
    }
  })

  test('in the address is none, and is not said again', async () => {
    const heard = await ask(null, `/today?access_token=${intake}`)
    expect(heard.status).toBe(401)
    expect(heard.text).not.toContain(intake)
  })

  test('is told to wait after six hundred requests, and another is not', async () => {
    const busy = await tokenFor('busy program', 'intake')
    vi.spyOn(performance, 'now').mockReturnValue(1000)
    for (let n = 0; n < 600; n++) await ask(busy, '/nothing')
    const heard = await ask(busy, '/nothing')
    expect(kindOf(heard)).toEqual([429, 'too-many-requests'])
    expect(Number(heard.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await ask(intake, '/today')).status).toBe(200)
    vi.mocked(performance.now).mockReturnValue(1100)
    expect((await ask(busy, '/nothing')).status).toBe(404)
  })

  test('that is guessed at is told to wait, and one that works is not', async () => {
    const guessed = () => ask(`desk_${'b'.repeat(43)}`, '/today')
    for (let n = 0; n < 20; n++) expect(kindOf(await guessed())).toEqual([401, 'no-token'])
    expect(kindOf(await guessed())).toEqual([429, 'too-many-requests'])
    expect((await ask(intake, '/today')).status).toBe(200)
  })
})

describe('a filter', () => {
  test.each([
    ['that there is not', '/subpoenas?stag=open', { '': 'There is no such field: stag.' }],
    ['given twice', '/subpoenas?stage=open&stage=closed', { stage: 'Choose one of the list.' }],
    ['of no kind', '/subpoenas?stage=paid', { stage: 'Choose one of the list.' }],
    ['that is no number', '/subpoenas?limit=many', { limit: 'This cannot be read here.' }],
    ['that is too many', '/subpoenas?limit=201', { limit: 'At most 200.' }],
    ['that is too few', '/subpoenas?limit=0', { limit: 'At least 1.' }],
    ['that is no cursor', '/subpoenas?cursor=abc', { cursor: expect.stringContaining('answer before') }],
    ['in place of what the path names', '/subpoenas/S-2026-00001?reference=x', { '': expect.anything() }],
  ])('%s is named', async (_name, path, fields) => {
    const heard = await ask(intake, path)
    expect(kindOf(heard)).toEqual([422, 'not-understood'])
    expect(heard.body.refusal?.fields).toEqual(fields)
  })

  test('about money is not for who sees none', async () => {
    expect(kindOf(await ask(intake, '/subpoenas?billing=overdue'))).toEqual([403, 'not-permitted'])
    expect(kindOf(await ask(intake, '/requesters?owing=true'))).toEqual([403, 'not-permitted'])
  })
})

test('a list is walked by its cursor, and what comes meanwhile moves no row', async () => {
  const add = (name: string) => addRequester(office.actors.intake, { name })
  for (let n = 0; n < 7; n++) done(await add(`Firm ${n}`))
  const all = (await ask(intake, '/requesters?limit=200')).body.value
  const walked: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const { body } = await ask(intake, `/requesters?limit=2${next && `&cursor=${next}`}`)
    walked.push(...body.value.rows.map(({ number }: { number: string }) => number))
    next = body.value.next
  }
  expect(walked).toEqual(all.rows.map(({ number }: { number: string }) => number))
  expect(new Set(walked).size).toBe(walked.length)
  const { next } = (await ask(intake, '/history?limit=2')).body.value
  const before = (await ask(intake, `/history?limit=2&cursor=${next}`)).body.value.rows
  done(await add('Meanwhile LLP'))
  expect((await ask(intake, `/history?limit=2&cursor=${next}`)).body.value.rows).toEqual(before)
  expect(kindOf(await ask(intake, `/mail?cursor=${next}`))).toEqual([422, 'not-understood'])
})

describe('a file', () => {
  const send = (bytes: Uint8Array, name: string) => {
    const body = new FormData()
    body.set('file', new File([Buffer.from(bytes)], name))
    return ask(intake, '/files', { method: 'POST', body })
  }

  test('is stored and named by its hash, twice the same', async () => {
    const heard = await send(pdfOf('by a program'), 'paper.pdf')
    expect(heard).toMatchObject({
      status: 200,
      body: { value: { name: 'paper.pdf', contentType: 'application/pdf', pages: 1 } },
    })
    expect((await send(pdfOf('by a program'), 'paper.pdf')).body).toEqual(heard.body)
  })

  test('that is no paper, or no file, is refused', async () => {
    expect(kindOf(await send(Buffer.from('hello'), 'paper.pdf'))).toEqual([422, 'file-not-what-it-says'])
    expect(kindOf(await ask(intake, '/files', { method: 'POST', headers: json, body: '{}' }))).toEqual([
      415,
      'not-read-here',
    ])
  })
})

describe('who a subscriber is', () => {
  const canaries = /Lindqvist|ada@subscriber|1-323-555-0142|Account record|Accounts and logs/
  const told = new Map<string, string>()
  const tokens = new Map<Role, string>()
  let desk: DeskInTest

  beforeAll(async () => {
    for (const role of kindsOf('roles')) tokens.set(role, await tokenFor(`reads as ${role}`, role))
    desk = new DeskInTest(office)
    await desk.log('2026-01-05 10:00', { targets: [{ kind: 'fax', identifier: '1-323-555-0142' }] })
    const subscriber = await desk.acceptAndFind()
    await desk.agree()
    await desk.notify(subscriber)
    await desk.research(90)
    await desk.prepare(8)
    desk.on('2026-01-21 09:00')
    done(await desk.release())
    await desk.ship('e-mail')
    const { number } = await desk.invoice()
    const counsel = tokens.get('counsel') ?? ''
    const { requester } = (await ask(counsel, `/subpoenas/${desk.reference}`)).body.value
    await desk.pay(requester.number, '10442', 100 as never)
    told.set('/subpoenas', desk.reference).set('/invoices', number).set('/payments', 'P-00001')
    told.set('/requesters', requester.number)
    const mails = (await ask(counsel, '/mail')).body.value.rows
    told.set('/mail', mails[0].messageId)
  })
  beforeEach(() => {
    delete (globalThis as { subpoenaDeskRates?: unknown }).subpoenaDeskRates
  })

  /** Everything that a machine with this role is told, by path. */
  async function everythingFor(role: Role): Promise<Map<string, Heard>> {
    const heard = new Map<string, Heard>()
    for (const { path } of queries) {
      const [, noun = ''] = path.split('/')
      const address = path.replace(/\{\w+\}/, encodeURIComponent(told.get(`/${noun}`) ?? ''))
      heard.set(path, await ask(tokens.get(role) ?? '', address))
    }
    return heard
  }

  test.each(kindsOf('roles'))(
    'is in nothing that a machine is told as %s, but by the one way',
    async (role) => {
      const heard = await everythingFor(role)
      const opened = [...heard].filter(([, { status }]) => status === 200)
      expect(opened.length).toBeGreaterThan(1)
      // The one mail is of a kind that not everybody sees.
      const others = [...heard.values()].filter(({ status }) => ![200, 403, 404].includes(status))
      expect(others).toEqual([])
      for (const [path, { text }] of heard) {
        if (path.endsWith('/subscribers') && role === 'counsel') expect(text).toContain('Ada Lindqvist')
        else expect(text, path).not.toMatch(/Lindqvist|ada@subscriber/)
        if (role === 'billing' || role === 'administrator') expect(text, path).not.toMatch(canaries)
      }
      expect(heard.get('/subpoenas/{reference}/subscribers')?.status).toBe(role === 'counsel' ? 200 : 403)
    },
  )

  test('is looked at by a machine as counsel once the look is recorded, and by a custodian not at all', async () => {
    const looks = await reader()
      .select({ name: people.name })
      .from(identityViews)
      .innerJoin(people, eq(people.id, identityViews.personId))
    expect(looks.map(({ name }) => name)).toEqual(['reads as counsel'])
    const entries = await reader().select().from(history).where(eq(history.command, 'look-at-identity'))
    expect(entries).toHaveLength(1)
    for (const role of ['custodian', 'intake', 'auditor'] as const) {
      const { reference } = desk
      const heard = await give(tokens.get(role) ?? '', 'look-at-identity', { reference })
      expect(kindOf(heard)).toEqual([409, 'machine-needs-counsel'])
    }
  })

  test('goes to no address that a machine chooses', async () => {
    const custodian = tokens.get('custodian') ?? ''
    const { reference } = desk
    const sent = { reference, production: 1, method: 'e-mail', sentTo: 'elsewhere@machine.test' }
    expect(kindOf(await give(custodian, 'ship-production', sent))).toEqual([409, 'address-not-on-file'])
    const mails = (await ask(custodian, '/mail')).body.value.rows as { kind: string; messageId: string }[]
    const messageId = mails.find(({ kind }) => kind === 'production')?.messageId ?? ''
    const again = { messageId, to: 'elsewhere@machine.test' }
    expect(kindOf(await give(custodian, 'send-again', again))).toEqual([409, 'address-not-on-file'])
  })

  test('is no part of what breaks', async () => {
    await tx((tx) => tx.update(people).set({ disabledAt: null }))
    const heard = await ask(tokens.get('counsel') ?? '', '/subpoenas/S-2026-99999/subscribers')
    expect(kindOf(heard)).toEqual([404, 'no-such-thing'])
  })

  test('a subpoena is told to billing as its money, and to intake as its case', async () => {
    const [money, work] = [
      (await everythingFor('billing')).get('/subpoenas/{reference}'),
      (await everythingFor('intake')).get('/subpoenas/{reference}'),
    ]
    expect(money?.body.value).toMatchObject({
      reference: desk.reference,
      case: null,
      billing: 'awaiting-receipt',
    })
    expect(work?.body.value).toMatchObject({
      billing: null,
      case: {
        version: expect.any(Number),
        stage: 'answered',
        targets: [{ number: 1, identifier: '1-323-555-0142', subscriber: 'U-00001' }],
        lanes: [{ target: 1, lane: 'released', holdEndsOn: '2026-01-20', opensOn: '2026-01-21' }],
        productions: [{ number: 1, pages: 8, releasedOn: '2026-01-21' }],
      },
    })
  })

  test('an invoice comes as its paper too', async () => {
    const billing = tokens.get('billing') ?? ''
    const paper = await ask(billing, `/invoices/${told.get('/invoices')}/pdf`)
    expect(paper.headers.get('content-type')).toBe('application/pdf')
    expect(paper.headers.get('content-disposition')).toContain('attachment')
    expect(paper.text.startsWith('%PDF-')).toBe(true)
    const { body } = await ask(billing, `/invoices/${told.get('/invoices')}`)
    expect(body.value).toMatchObject({ total: 13_700, balance: 13_600, state: 'awaiting-receipt' })
  })
})
