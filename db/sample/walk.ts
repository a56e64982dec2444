import { system } from '#lib/access/actor.ts'
import { keepHouse } from '../commands/clockwork/daily.ts'
import { refreshDueCaches } from '../commands/clockwork/refresh.ts'
import type { SampleClock } from './clock.ts'
import { emptyOutbox } from './mail_room.ts'
import { done, type Play, type World } from './play.ts'

/** Where a case has come to in its plan, and the first played day, by its place, on which it goes on. */
type Place = { next: number; from: number; until: string }

/**
 * Plays the cases day by day: each does its next steps as soon as their day has come and the rules let them, in the
 * order in which the papers came.
 *
 * @throws Error with the case, the step and the sentence, when a command refuses what the plan says.
 */
export async function walk({ clock, days }: World, plays: readonly Play[]): Promise<void> {
  const ordered = [...plays].sort((a, b) => a.receivedAt - b.receivedAt)
  const places = new Map<Play, Place>(ordered.map((play) => [play, { next: 0, from: 0, until: '' }]))
  for (const [index, day] of days.played.entries()) {
    clock.open(day)
    await morning(clock)
    for (const [play, place] of places) await advance(play, place, index)
  }
  await morning(clock)
}

async function advance(play: Play, place: Place, index: number): Promise<void> {
  const { clock, given } = play
  const day = play.days.played[index] ?? ''
  if (play.receivedOn > day || place.until > day) return
  if (place.next === 0 && play.receivedOn === day && given.at > '17:00') return
  while (place.from <= index) {
    const step = given.plan[place.next]
    if (step === undefined) return
    if (typeof step === 'number') {
      place.from = index + step
      place.next++
      continue
    }
    clock.work()
    try {
      const waits = await step.run(play)
      if (waits) {
        place.until = waits.until ?? ''
        return
      }
      await emptyOutbox(clock)
    } catch (error) {
      throw new Error(`${given.paper.caption}, ${step.name} on ${day}: ${String(error)}`, { cause: error })
    }
    place.next++
  }
}

/** What the clockwork does at the beginning of a day. */
async function morning(clock: SampleClock): Promise<void> {
  await done(keepHouse(system, {}))
  while ((await done(refreshDueCaches(system, {}))).more) clock.wait()
}
