/** Numbers between 0 and 1 that follow from a word alone: the same day makes the same sample. */
export function seeded(word: string): () => number {
  let state = hashOf(word)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number of a word, from 0 to 4,294,967,295. */
export function hashOf(word: string): number {
  let hash = 2_166_136_261
  for (const char of word) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619)
  return hash >>> 0
}
