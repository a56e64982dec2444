/** What is left of a rate, at a moment: a bucket that fills evenly and is emptied by asking. */
export type Bucket = { readonly left: number; readonly at: number }

/** @param burst So many at once. @param perMinute So many come back in a minute, evenly. */
export type Rate = { readonly burst: number; readonly perMinute: number }

/**
 * Takes one out of a bucket.
 *
 * @param now Milliseconds on a clock that only goes forward.
 * @returns the bucket afterwards, and the whole seconds to wait where it was empty.
 */
export function take(
  bucket: Bucket | undefined,
  { burst, perMinute }: Rate,
  now: number,
): { readonly bucket: Bucket; readonly seconds: number | null } {
  const perMillisecond = perMinute / 60_000
  const since = bucket ? Math.max(0, now - bucket.at) : 0
  const left = Math.min(burst, (bucket?.left ?? burst) + since * perMillisecond)
  if (left >= 1) return { bucket: { left: left - 1, at: now }, seconds: null }
  return { bucket: { left, at: now }, seconds: Math.ceil((1 - left) / perMillisecond / 1000) }
}
