import type { SamplePerson } from '../people.ts'
import type { Play } from '../play.ts'
import type { Step } from '../sample_case.ts'

/** A step that is done at once, or the sample is declared wrong. */
export function step(name: string, by: SamplePerson, run: (play: Play) => Promise<unknown>): Step {
  return {
    name,
    by,
    async run(play) {
      await run(play)
      return null
    },
  }
}
