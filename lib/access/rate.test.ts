import { expect, test } from 'vitest'
import { type Bucket, take } from './rate.ts'

const rate = { burst: 3, perMinute: 60 }

/** What asking at each of these seconds is answered: the seconds to wait, or null for yes. */
function asked(seconds: readonly number[]): (number | null)[] {
  let bucket: Bucket | undefined
  return seconds.map((second) => {
    const taken = take(bucket, rate, second * 1000)
    bucket = taken.bucket
    return taken.seconds
  })
}

test.each([
  ['a burst is taken, and then one a second', [0, 0, 0, 0, 1, 1, 2], [null, null, null, 1, null, 1, null]],
  [
    'who waits has a burst again, and no more',
    [0, 0, 0, 60, 60, 60, 60],
    [null, null, null, null, null, null, 1],
  ],
  ['asking while it is empty costs nothing', [0, 0, 0, 0, 0.5, 0.9, 1], [null, null, null, 1, 1, 1, null]],
  ['a clock that goes back gives nothing', [10, 10, 10, 5, 5], [null, null, null, 1, 1]],
] as const)('%s', (_name, seconds, answers) => {
  expect(asked(seconds)).toEqual(answers)
})
