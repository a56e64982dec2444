import { eq, isNull } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  holidays,
  noticeBars,
  notices,
  objections,
  office as officeRows,
  outbox,
  productions,
} from '../schema.ts'
import { caseInTest } from '../testing/case.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { judgedInTest, paperInTest } from '../testing/paper.ts'
import { answerDeeds } from '../testing/release/answer_deeds.ts'
import { changedDeeds } from '../testing/release/changed_deeds.ts'
import { judgedDeeds } from '../testing/release/judged_deeds.ts'
import { mailDeeds } from '../testing/release/mail_deeds.ts'
import { forbidden, nothingTold } from '../testing/release/oracle.ts'
import { toldDeeds } from '../testing/release/told_deeds.ts'
import {
  type Chance,
  type Deed,
  dayIn,
  hasLooked,
  noCounts,
  releasers,
  type World,
} from '../testing/release/world.ts'
import { reader, tx } from '../tx.ts'
import { releaseProduction } from './production/release.ts'
import { findSubscriber } from './subscriber/find.ts'

let office: TestOffice
let file: string
let record: string
let subscribers: [string, string]
beforeAll(async () => {
  office = await testOffice(receipt)
  file = await paperInTest(office.actors.intake, 'an order')
  record = await paperInTest(office.actors.custodian, 'an account record')
  subscribers = [await subscriber('Ada Lindqvist'), await subscriber('Brightwater Imaging Co.')]
})
afterAll(() => office.close())

const receipt = '2026-01-05 10:00'
const threeTargets = [1, 2, 3]
/** Deeds may not walk out of the months whose holidays the second opinion knows. */
const lastDay = '2026-05-29'

async function subscriber(name: string): Promise<string> {
  const { reference } = await caseInTest({ targets: ['open'], accepted: true })
  const found = await findSubscriber(office.actors.custodian, {
    ...{ reference, targets: [1], existing: '', name, namePrinted: '', account: name, language: 'en' },
    ...{ email: 'someone@subscriber.example', address: '12 Alder Row', addressPrinted: '' },
  })
  if (!found.ok) throw new Error(found.refusal.sentence)
  return found.value.subscriber
}

/** No mail of an earlier story is on its way, no day that it was told is to come, and the office is as it was. */
async function endEarlierStories(): Promise<void> {
  const { now } = office.clock
  await tx(async (on) => {
    await on.update(outbox).set({ state: 'withdrawn' }).where(eq(outbox.state, 'waiting'))
    await on.update(notices).set({ failedAt: now }).where(isNull(notices.failedAt))
    await on.update(objections).set({ outcome: 'lapsed' }).where(isNull(objections.outcome))
    await on.update(noticeBars).set({ liftedAt: now }).where(isNull(noticeBars.liftedAt))
    await on.update(holidays).set({ removed: false }).where(eq(holidays.removed, true))
    await on.update(officeRows).set({ timeZone: 'America/Los_Angeles' })
  })
}

/** A subpoena of three targets of which nothing is known yet but that it came. */
async function newWorld(): Promise<World> {
  office.clock.set(receipt)
  await endEarlierStories()
  const subpoena = await caseInTest({
    ...{ targets: ['open', 'open', 'open'], accepted: false, terms: 'sent' },
    ...{ inboxLookedAt: null, noticedOn: null },
  })
  await judgedInTest(office.actors.intake, subpoena.reference)
  return {
    office,
    subpoena,
    told: nothingTold('2026-01-05', threeTargets),
    file,
    record,
    subscribers,
    counts,
  }
}

const counts = noCounts()

/** Tries to release; what is released must be what the second opinion allows, and what it allows must be released. */
const release: Deed = async (world, { which }) => {
  const { subpoena, told } = world
  const production = (which % (told.productions.length || 1)) + 1
  const one = told.productions[production - 1]
  const actor = releasers(world)[which % 4]
  if (!one || !actor) return
  const against = forbidden(told, one.targets, office.clock.now)
  if (actor.id === one.preparedBy) against.push('one person')
  if (actor.kind !== 'person') against.push('no person')
  if (one.state !== 'prepared') against.push(one.state)
  const { reference } = subpoena
  const result = await releaseProduction(actor, { reference, production, reason: 'The hold is over' })
  counts.tried += 1
  if (result.ok) {
    expect(against, 'a release that the promise forbids').toEqual([])
    one.state = 'released'
    counts.released += 1
    if (told.early.some((early) => early.approvedBy !== null)) counts.early += 1
    return
  }
  counts.held += 1
  if (hasLooked(world) && !told.wasMoved)
    expect(against, `held without a reason: ${result.refusal.sentence}`).not.toEqual([])
}

const deeds: Readonly<Record<string, Deed>> = {
  ...judgedDeeds,
  ...toldDeeds,
  ...answerDeeds,
  ...mailDeeds,
  ...changedDeeds,
  release,
}

const chance: fc.Arbitrary<Chance> = fc.record({
  targets: fc.constantFrom([1], [2], [3], [1, 2], [2, 3], [1, 2, 3], [4], [1, 4]),
  days: fc.integer({ min: 0, max: 12 }),
  either: fc.boolean(),
  which: fc.nat(60),
})
const step = (names: readonly string[]) => fc.record({ deed: fc.constantFrom(...names), chance })

type Step = { readonly deed: string; readonly chance: Chance }

/** The honest ways to a release, by waiting and by an order, and on to the mail server; each step may be missing. */
const all = [1, 2, 3]
const waiting: Chance = { targets: all, days: 9, either: true, which: 1 }
const ordered: Chance = { targets: all, days: 0, either: false, which: 2 }
const known = ['accept', 'agree', 'find', 'notify', 'deliver', 'post', 'prepare']
const opened = [...known, 'wait', 'wait', 'look', 'release']
const hours: Step = { deed: 'wait', chance: { ...waiting, days: 4, either: false } }
const days = (count: number): Step => ({ deed: 'wait', chance: { ...waiting, days: count } })
/** To the last morning of a hold; and to one whose last day is followed by Presidents' Day. */
const nearly = [...known, days(15), 'moveOffice', 'look', 'release']
const presidents: Step = { deed: 'removeHoliday', chance: { ...waiting, which: 3 } }
const overPresidents = [days(29), ...known, presidents, days(13), 'look', 'release']
const mailed = [...opened, 'ship', 'defer']
const opening = fc.oneof(
  { weight: 3, arbitrary: way(opened, waiting, 7) },
  { weight: 3, arbitrary: way([...known, 'askEarly', 'approveEarly', 'look', 'release'], ordered, 7) },
  { weight: 1, arbitrary: way([...mailed, hours, 'deliver'], waiting, 19) },
  { weight: 1, arbitrary: way([...mailed, 'object', hours, 'deliver'], waiting, 19) },
  { weight: 1, arbitrary: way([...opened, 'ship', 'deliver', 'close', 'reopen'], waiting, 39) },
  { weight: 1, arbitrary: way(nearly, waiting, 19) },
  { weight: 1, arbitrary: way(overPresidents, waiting, 19) },
)
/** @param most A step is left out once in so many times and one. */
function way(steps: readonly (string | Step)[], chance: Chance, most: number): fc.Arbitrary<Step[]> {
  const each = steps.map((one) => {
    const step = typeof one === 'string' ? { deed: one, chance } : one
    return fc.integer({ min: 0, max: most }).map((drawn) => (drawn < most ? [step] : []))
  })
  return fc.tuple(...each).map((found) => found.flat())
}
const before = Object.keys({ ...judgedDeeds, ...toldDeeds, ...answerDeeds, ...changedDeeds })
const interlude = fc.array(step(before), { maxLength: 3 })
const likely = ['release', 'look', 'wait', 'ship', 'setAside', 'prepare', 'approveEarly', 'deliver', 'defer']
const ending = fc.array(
  fc.oneof({ weight: 2, arbitrary: step(Object.keys(deeds)) }, { weight: 3, arbitrary: step(likely) }),
  { maxLength: 8 },
)

/** What is opened with the interlude put in somewhere, and then whatever comes. */
const story = fc.tuple(opening, interlude, fc.nat(14), ending).map(([first, then, at, last]) => {
  return [...first.slice(0, at), ...then, ...first.slice(at), ...last]
})

const runs = Number(process.env.STORIES ?? (process.env.CAMPAIGN ? 10_000 : 300))
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

test(
  `${runs} stories of commands never reach a release that the promise forbids, and reach those that it allows`,
  async () => {
    console.log(`release model: ${runs} stories, seed ${seed}`)
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        const world = await newWorld()
        for (const { deed, chance } of steps) {
          if (dayIn(world) > lastDay) break
          await deeds[deed]?.(world, chance)
        }
      }),
      { numRuns: runs, seed },
    )
    console.log(`release model: ${JSON.stringify(counts)}`)
    // A model that never gets to a release, or never tries a forbidden one, proves nothing.
    expect(counts.released).toBeGreaterThan(runs / 10)
    expect(counts.held).toBeGreaterThan(runs / 4)
    expect(counts.early).toBeGreaterThan(0)
    for (const deed of ['shipped', 'deferred', 'handed', 'stopped', 'closed', 'moved'] as const) {
      expect(counts[deed], deed).toBeGreaterThan(0)
    }
    const left = (await reader().select().from(productions)).filter((row) => row.releasedAt !== null)
    expect(left).toHaveLength(counts.released)
  },
  process.env.CAMPAIGN ? 14_400_000 : 400_000,
)
