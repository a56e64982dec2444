import type { Actor } from '#lib/access/actor.ts'
import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import { dayOf, type Instant, instantOf } from '#lib/calendar/instant.ts'
import type { Result } from '#lib/result.ts'
import { storeUpload } from '../files.ts'
import type { SampleClock } from './clock.ts'
import { type Arrival, arrivalOf, complianceOf, type SampleDays } from './days.ts'
import type { FirmName } from './firms.ts'
import type { SamplePerson } from './people.ts'
import type { SampleCase } from './sample_case.ts'

/** What all cases share while they are played. */
export type World = {
  readonly clock: SampleClock
  readonly days: SampleDays
  readonly actors: Readonly<Record<SamplePerson, Actor>>
  /** R-00007, by the firm's name here. */
  readonly requesters: Readonly<Record<FirmName, string>>
}

/** One case while it is played: what its steps learn and the later ones need. */
export type Play = World &
  Arrival & {
    readonly given: SampleCase
    readonly receivedAt: Instant
    readonly servedAt: Instant
    readonly complianceOn: CalendarDate | null
    reference: string
    /** The version of the subpoena, as its editor last saw it. */
    version: number
    /** U-00007, by name. */
    readonly subscribers: Map<string, string>
    invoice: string
    invoiceSentOn: CalendarDate
  }

export function playOf(given: SampleCase, world: World): Play {
  const arrival = arrivalOf(given, world.days)
  const { zone } = world.clock
  const { receivedOn } = arrival
  return {
    ...world,
    ...arrival,
    given,
    receivedAt: instantOf(receivedOn, given.at, zone),
    servedAt: instantOf(addDays(receivedOn, -(given.servedBefore ?? 0)), given.at, zone),
    complianceOn: complianceOf(given, receivedOn, world.days),
    reference: '',
    version: 1,
    subscribers: new Map(),
    invoice: '',
    invoiceSentOn: receivedOn,
  }
}

/** The day on the office's wall. */
export function todayIn({ clock }: Pick<Play, 'clock'>): CalendarDate {
  return dayOf(clock.now, clock.zone)
}

/** What a command answered. @throws Error with the sentence of a refusal: the sample is declared wrong. */
export async function done<Value>(answer: Promise<Result<Value>>): Promise<Value> {
  const result = await answer
  if (!result.ok) throw new Error(`${result.refusal.sentence} ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** Stores a paper that somebody drew, as an upload would; answers its hash. */
export async function upload(
  { actors }: Pick<World, 'actors'>,
  by: SamplePerson,
  { name, bytes, pages }: { readonly name: string; readonly bytes: Uint8Array; readonly pages: number },
): Promise<string> {
  const content = [bytes]
  const stored = await done(
    storeUpload(
      actors[by],
      {
        name,
        content: (async function* () {
          yield* content
        })(),
      },
      async () => pages,
    ),
  )
  return stored.sha256
}
