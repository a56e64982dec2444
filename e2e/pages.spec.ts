import { expect, test } from '@playwright/test'
import { isPermitted } from '#lib/access/actor.ts'
import { ruleOf } from '#lib/access/pages.ts'
import { kindsOf } from '#lib/kinds.ts'
import { type ArrangedOffice, arrangeOffice } from './arranged/office.ts'
import { type Answer, Asking } from './asking.ts'
import { addressOf, type PageOnDisk, pagesOnDisk } from './pages_on_disk.ts'
import { RunningDesk } from './running_desk.ts'

/**
 * Every page and route that there is, asked by everybody. Nothing is listed here: the pages are those on the disk, what
 * stands in their addresses comes from the arranged office, and who may open them from lib/access/pages.ts.
 */
const everything = pagesOnDisk()
const behind = everything.filter(({ isBehind }) => isBehind)
const asked = [...kindsOf('roles'), 'nothing'] as const

let desk: RunningDesk
let office: ArrangedOffice
let asking: Asking

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(300_000)
  desk = new RunningDesk('2026-01-05 10:00')
  await desk.setUp()
  office = await arrangeOffice(desk)
  await desk.serve()
  asking = await Asking.everybody(desk, office)
})
test.afterAll(() => desk.stop())

const routesOf = (pages: readonly PageOnDisk[]) =>
  pages.filter(({ methods }) => methods.includes('GET')).map(({ route }) => route)

/** The addresses of a route: one for each arranged subpoena where it is about one. */
function addressesOf(route: string): string[] {
  const papers = route.includes('/subpoenas/[') ? Object.values(office.papers) : ['']
  return papers.map((subpoenas) => addressOf(route, { ...office.after, subpoenas }))
}

/** By route, an address that shows somebody with every role its page. */
const shown = new Map<string, string>()

const isBroken = ({ status }: Answer) => status >= 500 || status === 401
const leadsOut = ({ location }: Answer) => location?.startsWith('/sign-in') ?? false
const words = (answer: Answer) => [answer.status, answer.location].filter(Boolean).join(' ')

test('every page opens for somebody, and breaks on no paper, however far it came', async () => {
  test.setTimeout(600_000)
  const broken: string[] = []
  for (const route of routesOf(behind)) {
    for (const address of addressesOf(route)) {
      const answer = await asking.get('everything', address)
      if (isBroken(answer) || leadsOut(answer)) broken.push(`${address} answers ${words(answer)}`)
      if (answer.status === 200 && !shown.has(route)) shown.set(route, address)
    }
  }
  expect(broken).toEqual([])
  expect(routesOf(behind).filter((route) => !shown.has(route))).toEqual(['/'])
})

for (const seat of asked) {
  test(`${seat} opens what the table gives them, and nothing else`, async () => {
    test.setTimeout(300_000)
    const actor = office.hand.seats[seat]
    const wrong: string[] = []
    const refused: string[] = []
    let opened = 0
    for (const [route, address] of shown) {
      const answer = await asking.get(seat, address)
      const rule = ruleOf(address)
      const allowed = rule !== null && isPermitted(actor, rule.may)
      // A page may still be for fewer: it then says no in the same way, or that for them there is no such thing.
      const right = answer.status === 403 || (allowed && [200, 404].includes(answer.status))
      if (!right) wrong.push(`${route}: ${words(answer)}, and the table says ${allowed ? 'yes' : 'no'}`)
      if (answer.status === 200) opened += 1
      else if (answer.type === 'text/html') refused.push(address)
    }
    expect(wrong).toEqual([])
    expect(opened).toBeGreaterThan(3)
    expect(await asking.partsGiven(seat, refused)).toEqual([])
  })
}

test('who is not signed in is led to the sign-in and back, or told 401', async () => {
  const wrong: string[] = []
  for (const { route, kind } of behind.filter(({ route }) => shown.has(route))) {
    const address = shown.get(route) ?? route
    const answer = await asking.get('nobody', address)
    const right =
      kind === 'handler'
        ? answer.status === 401
        : answer.status === 307 && answer.location === `/sign-in?then=${encodeURIComponent(address)}`
    if (!right) wrong.push(`${address}: ${words(answer)}`)
  }
  expect(wrong).toEqual([])
  expect(await asking.get('nobody', '/')).toMatchObject({ status: 307, location: '/sign-in' })
})

test('a handler that takes something in asks first who brings it', async () => {
  const wrong: string[] = []
  for (const { route, methods } of behind.filter(({ kind }) => kind === 'handler')) {
    for (const method of methods.filter((method) => method !== 'GET' && method !== 'HEAD')) {
      const [address = route] = addressesOf(route)
      for (const seat of [...asked, 'nobody'] as const) {
        const { status } = await asking.post(seat, address, method)
        const may = ruleOf(address)?.may ?? []
        const expected = seat === 'nobody' ? 401 : isPermitted(office.hand.seats[seat], may) ? null : 403
        if (expected ? status !== expected : status >= 500 || status === 401)
          wrong.push(`${method} ${address} as ${seat}: ${status}`)
      }
    }
  }
  expect(wrong).toEqual([])
})

test('the pages before the sign-in break for nobody', async () => {
  const routes = routesOf(everything.filter(({ isBehind }) => !isBehind))
  expect(routes.length).toBeGreaterThan(4)
  const broken: string[] = []
  for (const route of routes) {
    for (const seat of ['nobody', 'nothing', 'counsel'] as const) {
      const answer = await asking.get(seat, `${route}?token=x&then=//evil.test`)
      if (answer.status >= 500 || /evil/.test(answer.location ?? ''))
        broken.push(`${route}: ${words(answer)}`)
    }
  }
  expect(broken).toEqual([])
})

test('an address of something that is not there says so, whatever is written in it', async () => {
  test.setTimeout(300_000)
  const strange = [
    'S-2026-99999',
    '0',
    '-1',
    '9007199254740993',
    'x',
    '\u0000',
    '<b>',
    "';--",
    '김',
    'a'.repeat(900),
  ]
  const wrong: string[] = []
  for (const route of routesOf(behind).filter((route) => route.includes('['))) {
    for (const value of strange) {
      const address = addressOf(route, new Proxy({}, { get: () => value }))
      const answer = await asking.get('everything', address)
      if (answer.status !== 404 && answer.status !== 400) wrong.push(`${address}: ${words(answer)}`)
    }
  }
  // The ninth notice of a subpoena that is there, and the like.
  for (const route of routesOf(behind).filter((route) => /\/\[reference\]\/.*\[number\]/.test(route))) {
    const ninth = new Proxy(office.after, { get: () => '9' })
    const address = addressOf(route.replace('[reference]', office.papers.answered), ninth)
    const answer = await asking.get('everything', address)
    if (answer.status !== 404) wrong.push(`${address}: ${words(answer)}`)
  }
  expect(wrong).toEqual([])
})

test('a question that nobody asks is no reason to break', async () => {
  test.setTimeout(300_000)
  const names =
    'text about person command before after stage billing requester sort page year month whose group'
  const more =
    'clock on tab target targets subscriber language channel token then number moved sent kind state to'
  const broken: string[] = []
  for (const [route, address] of shown) {
    for (const value of [
      '',
      '\u0000',
      "x'); --",
      '-1',
      '99999999999999999999',
      '2026-02-30',
      '김'.repeat(300),
    ]) {
      const query = new URLSearchParams(`${names} ${more}`.split(' ').map((name) => [name, value]))
      const answer = await asking.get('everything', `${address}?${query}&text=b&page=2`)
      if (isBroken(answer)) broken.push(`${route} ${JSON.stringify(value.slice(0, 20))}: ${words(answer)}`)
    }
  }
  expect(broken).toEqual([])
})
