import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isSealed, opened, sealed } from './sealing.ts'

const key = Buffer.alloc(32, 7)
const head = 30 + 16 + 8
const piece = 1024 * 1024 + 16

async function* of(...parts: Uint8Array[]) {
  yield* parts
}
async function all(parts: AsyncIterable<Uint8Array>) {
  const whole: Uint8Array[] = []
  for await (const part of parts) whole.push(part)
  return Buffer.concat(whole)
}
const seal = (content: Uint8Array) => all(sealed(key, of(content)))
const open = (content: Uint8Array, by = key) => all(opened(by, of(content)))

test.each([0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024])(
  'what was sealed opens again: %d bytes',
  async (length) => {
    const content = randomBytes(length)
    const bytes = await seal(content)
    expect(isSealed(bytes)).toBe(true)
    expect((await open(bytes)).equals(content)).toBe(true)
  },
)

test('in whatever portions it comes', async () => {
  const content = randomBytes(1024 * 1024 + 5000)
  const bytes = await seal(content)
  const parts = Array.from({ length: Math.ceil(bytes.length / 777) }, (_, index) =>
    bytes.subarray(index * 777, (index + 1) * 777),
  )
  expect((await all(opened(key, of(...parts)))).equals(content)).toBe(true)
})

test('the same content sealed twice is not the same file', async () => {
  expect((await seal(Buffer.from('x'))).equals(await seal(Buffer.from('x')))).toBe(false)
})

test('another key is told from a damaged file', async () => {
  const bytes = await seal(Buffer.from('x'))
  await expect(open(bytes, Buffer.alloc(32, 8))).rejects.toThrow('sealed with another key')
})

describe('three pieces', () => {
  const content = randomBytes(2 * 1024 * 1024 + 100)
  const part = (bytes: Buffer, index: number) =>
    bytes.subarray(head + index * piece, head + (index + 1) * piece)

  test.each([
    ['two that changed places', ([a, b, c]: Buffer[]) => [b, a, c]],
    ['the first left out', ([, b, c]: Buffer[]) => [b, c]],
    ['the middle left out', ([a, , c]: Buffer[]) => [a, c]],
    ['the last cut off', ([a, b]: Buffer[]) => [a, b]],
    ['one twice', ([a, b, c]: Buffer[]) => [a, b, b, c]],
    ['nothing but the beginning', () => []],
  ])('%s do not open', async (_name, change) => {
    const bytes = await seal(content)
    const parts = [0, 1, 2].map((index) => part(bytes, index))
    expect((await open(Buffer.concat([bytes.subarray(0, head), ...parts]))).equals(content)).toBe(true)
    const changed = Buffer.concat([bytes.subarray(0, head), ...(change(parts) as Buffer[])])
    await expect(open(changed)).rejects.toThrow('altered or cut off')
  })

  test('one that was brought from another file of the same key does not open', async () => {
    const [bytes, other] = [await seal(content), await seal(content)]
    const mixed = Buffer.concat([bytes.subarray(0, head + piece), part(other, 1), part(bytes, 2)])
    await expect(open(mixed)).rejects.toThrow('altered or cut off')
  })
})
