import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NotAllowed } from '#lib/access/actor.ts'
import type { Role } from '#lib/kinds.ts'
import { assignSubpoena } from '../commands/subpoena/assign.ts'
import { done } from '../testing/answers.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { Play } from '../testing/play.ts'
import { subpoenaCase } from './subpoena_case.ts'
import { subpoenaHead } from './subpoena_page.ts'
import { initials, todayCount, todayPage } from './today.ts'

let office: TestOffice
let play: Play
const references: Record<'logged' | 'untold' | 'held' | 'ready' | 'billed', string> = {
  logged: '',
  untold: '',
  held: '',
  ready: '',
  billed: '',
}
let untoldSubscriber = ''

beforeAll(async () => {
  office = await testOffice('2026-01-05 09:00')
  play = new Play(office)
  references.billed = await story('2026-01-05 09:30', 'Orchard Pine v. Doe 2', 'billed')
  references.ready = await story('2026-01-06 09:30', 'In re Marlowe Trust', 'ready')
  office.clock.set('2026-01-21 10:00')
  await play.lookAtInbox(references.billed)
  const production = await play.prepare(references.billed, 9)
  await done(play.release(references.billed, production))
  await play.ship(references.billed, production)
  references.held = await story('2026-01-29 10:12', 'Larkmoor Dental v. Doe 1', 'held', '2026-02-13')
  references.untold = await play.log({ received: '2026-02-03 10:00', caption: 'Hanbit Trading v. 김철수' })
  await play.accept(references.untold)
  untoldSubscriber = await play.find(references.untold, [1], 'kim@subscriber.example')
  references.logged = await play.log({ received: '2026-02-09 10:00', caption: 'Anselm Pharma v. Does 1–28' })
  await done(assignSubpoena(office.actors.counsel, { reference: references.logged, assignee: 'counsel one' }))
  office.clock.set('2026-02-10 09:45')
})
afterAll(() => office.close())

async function story(received: string, caption: string, who: string, compliance?: string): Promise<string> {
  const reference = await play.log({ received, caption, ...(compliance ? { compliance } : {}) })
  await play.accept(reference)
  await play.agree(reference, received.slice(0, 10))
  await play.notify(reference, await play.find(reference, [1], `${who}@subscriber.example`))
  await play.research(reference, 45, received.slice(0, 10))
  return reference
}

const groupsOf = async (role: Role) =>
  (await todayPage(office.actors[role])).groups.map(({ group, rows }) => [group, rows.length])

describe('every count is the list behind it', () => {
  test.each(['everyone', 'mine', 'unassigned'] as const)('%s', async (whose) => {
    const page = await todayPage(office.actors.counsel, whose)
    const listed = page.groups.reduce((sum, { rows }) => sum + rows.length, 0)
    expect(page.counts[whose]).toBe(listed)
  })

  test('the count in the bar is the one on the page, for every role', async () => {
    for (const actor of Object.values(office.actors)) {
      expect(await todayCount(actor)).toBe((await todayPage(actor)).counts.everyone)
    }
  })

  test('mine are those that were assigned to me', async () => {
    const { groups } = await todayPage(office.actors.counsel, 'mine')
    const found = new Set(groups.flatMap(({ rows }) => rows.map(({ reference }) => reference)))
    expect([...found]).toEqual([references.logged])
  })
})

describe('each role sees its own', () => {
  test('counsel sees cases and money', async () => {
    expect(await groupsOf('counsel')).toEqual([
      ['preserve', 4],
      ['notices', 1],
      ['own-objection', 1],
      ['review', 1],
      ['terms', 1],
      ['produce', 1],
      ['invoice', 1],
    ])
  })

  test('intake sees cases, billing money, an administrator neither, an auditor all', async () => {
    expect((await groupsOf('intake')).map(([group]) => group)).not.toContain('invoice')
    expect(await groupsOf('billing')).toEqual([['invoice', 1]])
    expect(await groupsOf('administrator')).toEqual([])
    expect(await groupsOf('auditor')).toEqual(await groupsOf('counsel'))
  })

  test('billing gets no byte of the case, on Today and on the page of a subpoena', async () => {
    const { billing } = office.actors
    const { calendar: _, ...page } = await todayPage(billing)
    const head = await subpoenaHead(billing, references.billed)
    const bytes = JSON.stringify([page, [...page.clocks], head], (_key, value) =>
      value instanceof Map ? [...value] : value,
    )
    expect(bytes).toContain('Orchard Pine')
    for (const secret of ['1-323-555', 'U-0000', 'Ada', 'subscriber', 'Accounts', 'paper.pdf', 'Documents']) {
      expect(bytes).not.toContain(secret)
    }
    expect([...page.clocks.keys()]).toEqual(['payments'])
  })

  test('the case behind a page is not for billing, and the page not for an administrator', async () => {
    const { billing, administrator, auditor } = office.actors
    const head = await subpoenaHead(billing, references.held)
    if (!head) throw new Error('It is there.')
    await expect(subpoenaCase(billing, head)).rejects.toThrow(NotAllowed)
    await expect(subpoenaHead(administrator, references.held)).rejects.toThrow(NotAllowed)
    expect((await subpoenaHead(auditor, references.held))?.money).not.toBeNull()
    expect((await subpoenaHead(office.actors.intake, references.held))?.money).toBeNull()
    expect(await subpoenaHead(office.actors.intake, 'S-2026-99999')).toBeNull()
  })

  test('a step that is not yours leads to the subpoena itself', async () => {
    const rows = async (role: Role) =>
      (await todayPage(office.actors[role])).groups.flatMap(({ rows }) => rows)
    const own = (list: Awaited<ReturnType<typeof rows>>) =>
      list.find(({ group }) => group === 'own-objection')?.href
    expect(own(await rows('counsel'))).toBe(`/subpoenas/${references.held}/own-objection`)
    expect(own(await rows('custodian'))).toBe(`/subpoenas/${references.held}`)
  })
})

test('the strip has the days of the fortnight and says what collides', async () => {
  const { clocks, collisions } = await todayPage(office.actors.counsel)
  expect(clocks.get('holds')?.map(({ on, words }) => `${on} ${words}`)).toEqual(['2026-02-13 00003'])
  expect(clocks.get('compliance')).toMatchObject([{ on: '2026-02-13', state: 'collides' }])
  expect(collisions).toEqual([
    {
      reference: references.held,
      complianceOn: '2026-02-13',
      words: 'release opens Tue 17 Feb, four days after its compliance day, Fri 13 Feb',
    },
  ])
})

test('the page of a case says what stands in its way and what would clear it', async () => {
  const { counsel } = office.actors
  const head = await subpoenaHead(counsel, references.held)
  const held = head && (await subpoenaCase(counsel, head))
  expect(held?.stage).toBe('on-hold')
  expect(held?.obstacles.map(({ sentence, clear }) => [sentence, clear?.href])).toEqual([
    [
      'The hold is not over: release opens on Tuesday, February 17, 2026.',
      `/subpoenas/${references.held}/early-release`,
    ],
  ])
  expect(held?.marks.map(({ words }) => words)).toContain('Hold of A ends')
})

test('what was done is off the list at once, and stands at its foot', async () => {
  expect(await groupsOf('intake')).toContainEqual(['notices', 1])
  await play.notify(references.untold, untoldSubscriber)
  expect(await groupsOf('intake')).not.toContainEqual(['notices', 1])
  const { cleared } = await todayPage(office.actors.intake)
  expect(cleared.words).toBe('yesterday evening')
  expect(cleared.things.map(({ reference, words }) => `${reference} ${words}`)).toEqual([
    `${references.untold} notice sent`,
  ])
})

test.each([
  ['W. Halloway', 'WH'],
  ['Ada Lindqvist', 'AL'],
  ['김철수', '김'],
  ['S. van der Berg', 'SB'],
])('%s is %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
