import { type Bucket, type Rate, take } from '#lib/access/rate.ts'

/** Ten a second for a program that asks without a pause, and ten a minute for one that guesses. */
const rates = {
  token: { burst: 600, perMinute: 600 },
  'wrong token from': { burst: 20, perMinute: 10 },
} as const satisfies Record<string, Rate>

/** So many senders are remembered; the longest silent are forgotten first. */
const most = 10_000

/** One for the process: Next bundles modules several times over. */
const place = globalThis as { subpoenaDeskRates?: Map<string, Bucket> }

/**
 * Counts one more request of a sender; in memory, so a restart forgives.
 *
 * @returns the seconds to wait where it is one too many; null where it is not.
 */
export function oneMore(what: keyof typeof rates, who: string | number, now: number): number | null {
  place.subpoenaDeskRates ??= new Map()
  const known = place.subpoenaDeskRates
  const key = `${what} ${who}`
  const { bucket, seconds } = take(known.get(key), rates[what], now)
  known.delete(key)
  known.set(key, bucket)
  const [oldest] = known.size > most ? known.keys() : []
  if (oldest !== undefined) known.delete(oldest)
  return seconds
}
