import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/access/actor.ts'
import { kindsOf } from '#lib/kinds.ts'
import { stageLabels } from '#lib/subpoena/stage.ts'
import { groups } from '#lib/today/task.ts'
import { closeOffice, openOffice } from '../office.ts'
import { theOffice } from '../open_office.ts'
import { todayPage } from '../queries/today.ts'
import {
  contacts,
  earlyReleases,
  history,
  noticeBars,
  notices,
  objections,
  office,
  outbox,
  people,
  requesters,
  subpoenas,
  subscribers,
  targets,
} from '../schema.ts'
import { at } from '../testing/office.ts'
import { reader } from '../tx.ts'
import { verifyOffice } from '../verify.ts'
import { sampleCases } from './cases.ts'
import { makeSampleOffice } from './make.ts'
import { caseNumberFor } from './steps/intake.ts'

const everything: Actor = {
  kind: 'person',
  id: 0,
  name: 'Everybody',
  roles: kindsOf('roles'),
  sessionId: null,
}
const patience = 240_000

describe.each([
  { when: 'Tuesday 10 February 2026, in the afternoon', now: '2026-02-10 14:30', cleared: true },
  { when: 'a Saturday, 21 November 2026', now: '2026-11-21 11:00', cleared: false },
  { when: 'the day after Thanksgiving 2026, early', now: '2026-11-27 08:05', cleared: false },
])('the sample office made on $when', ({ now, cleared }) => {
  let folder = ''

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'subpoena-desk-sample-'))
    await openOffice(folder, 'sample', () => at(now))
    await makeSampleOffice()
  }, patience)

  afterAll(async () => {
    await closeOffice()
    rmSync(folder, { recursive: true, force: true })
  })

  test('has its own clock back, and nothing in it happened later than now', async () => {
    expect(theOffice().clock()).toBe(at(now))
    const later = (await reader().select({ at: history.at }).from(history)).filter((one) => one.at > at(now))
    expect(later).toEqual([])
  })

  test('shows each case where its declaration says', async () => {
    const rows = await reader().select().from(subpoenas)
    const found = new Map(rows.map((row) => [`${row.caption} ${row.caseNumber}`, row]))
    const shown = sampleCases.map((given) => {
      const { caption } = given.paper
      const row = [...found.values()].find(
        (one) =>
          one.caption === caption && one.caseNumber === caseNumberFor(given, one.reference.slice(2, 6)),
      )
      return `${caption}: ${row?.stage}, ${row?.billing}`
    })
    expect(shown).toEqual(
      sampleCases.map(({ paper, shows }) => `${paper.caption}: ${shows.stage}, ${shows.billing}`),
    )
    expect(rows).toHaveLength(sampleCases.length)
  })

  test('has every stage and every billing state in about forty subpoenas, some of nobody', async () => {
    const rows = await reader().select().from(subpoenas)
    expect(rows.length).toBeGreaterThan(38)
    expect(rows.length).toBeLessThan(52)
    expect(new Set(rows.map(({ stage }) => stage))).toEqual(new Set(Object.keys(stageLabels)))
    expect(new Set(rows.map(({ billing }) => billing))).toEqual(
      new Set(['none', 'unbilled', 'awaiting-receipt', 'due', 'overdue', 'paid', 'written-off']),
    )
    expect(rows.filter(({ assigneeId }) => assigneeId === null).length).toBeGreaterThan(1)
  })

  test('has something in every group of Today', async () => {
    const page = await todayPage(everything)
    const shown = page.groups.map(({ group }) => group)
    // What may be closed is offered on the subpoena's own page only.
    expect(new Set(shown)).toEqual(new Set(Object.keys(groups).filter((group) => group !== 'close')))
    expect(page.cleared.things.length > 0).toBe(cleared)
  })

  test('has each kind of objection, ground and target, letters in three languages, a bounce and an order', async () => {
    const on = reader()
    expect(new Set((await on.select().from(objections)).map(({ kind }) => kind))).toEqual(
      new Set(kindsOf('objectionKinds')),
    )
    const asked = await on.select().from(earlyReleases)
    expect(new Set(asked.map(({ ground }) => ground))).toEqual(new Set(kindsOf('earlyReleaseGrounds')))
    expect(new Set(asked.map(({ decision }) => decision))).toEqual(new Set(['approved', 'refused', null]))
    const sought = await on.select().from(targets)
    expect(new Set(sought.map(({ kind }) => kind))).toEqual(new Set(kindsOf('targetKinds')))
    const told = await on.select().from(notices)
    expect(new Set(told.map(({ language }) => language))).toEqual(new Set(['en', 'ko', 'sv']))
    expect(new Set(told.map(({ channel }) => channel))).toEqual(new Set(['e-mail', 'post']))
    expect(told.filter(({ failedAt }) => failedAt !== null).length).toBeGreaterThan(1)
    expect(await on.select().from(noticeBars)).toHaveLength(1)
  })

  test('leaves no mail that would be sent', async () => {
    const states = (await reader().select().from(outbox)).map(({ state }) => state)
    expect(states.length).toBeGreaterThan(80)
    expect(states.filter((state) => state !== 'sent' && state !== 'failed')).toEqual([])
  })

  test('names nobody outside the domains that are kept for tests', async () => {
    const on = reader()
    const addresses = [
      ...(await on.select({ email: people.email }).from(people)),
      ...(await on.select({ email: office.email }).from(office)),
      ...(await on.select({ email: requesters.email }).from(requesters)),
      ...(await on.select({ email: contacts.email }).from(contacts)),
      ...(await on.select({ email: subscribers.email }).from(subscribers)),
      ...(await on.select({ email: outbox.toAddress }).from(outbox)),
    ].map(({ email }) => email)
    const sought = (await on.select().from(targets))
      .filter(({ kind }) => kind === 'e-mail')
      .map(({ identifier }) => identifier)
    const real = [...addresses, ...sought].filter(
      (address) => address !== '' && !/\.(test|example)$/.test(address),
    )
    expect(real).toEqual([])
  })

  test('holds together from the first entry of its history to the last ledger sum', async () => {
    const { fault, checked } = await verifyOffice()
    expect(fault).toBeNull()
    expect(Object.fromEntries(checked.map(({ what, count }) => [what, count]))).toMatchObject({
      subpoenas: sampleCases.length,
    })
  })
})
