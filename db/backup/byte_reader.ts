/** Takes bytes off a stream in the portions that are asked for. */
export class ByteReader {
  readonly #pieces: AsyncIterator<Uint8Array>
  #held: Buffer = Buffer.alloc(0)

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  /** Exactly so many bytes; null when the stream ends before. For portions that memory holds. */
  async take(length: number): Promise<Buffer | null> {
    const parts: Buffer[] = []
    for await (const part of this.through(length)) parts.push(part)
    const whole = Buffer.concat(parts)
    return whole.length === length ? whole : null
  }

  /** The next so many bytes as they come; fewer when the stream ends before. */
  async *through(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      if (this.#held.length === 0) {
        const { value, done } = await this.#pieces.next()
        if (done) return
        this.#held = Buffer.from(value)
        continue
      }
      const part = this.#held.subarray(0, left)
      this.#held = this.#held.subarray(part.length)
      left -= part.length
      yield part
    }
  }

  /** Whether nothing follows. */
  async isAtEnd(): Promise<boolean> {
    for await (const _ of this.through(1)) return false
    return true
  }
}
