import { expect, test } from 'vitest'
import { inTurn } from './password_queue.ts'

/** Work that ends when it is told to, and how much of it runs at once. */
function work() {
  const ends: (() => void)[] = []
  const seen = { begun: 0, running: 0, most: 0 }
  const one = async () => {
    seen.begun += 1
    seen.running += 1
    seen.most = Math.max(seen.most, seen.running)
    await new Promise<void>((resolve) => ends.push(resolve))
    seen.running -= 1
    return 'done'
  }
  const endAll = async () => {
    while (seen.running > 0) {
      for (const end of ends.splice(0)) end()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { one, seen, endAll }
}

test('two at a time are at work, twenty wait, and the next are told that it is busy', async () => {
  const { one, seen, endAll } = work()
  const answers = Array.from({ length: 25 }, () => inTurn('strangers', one))
  expect(await Promise.all(answers.slice(22))).toEqual([null, null, null])
  expect(seen.begun).toBe(2)
  expect(await inTurn('known', async () => 'in a line of its own')).toBe('in a line of its own')
  await endAll()
  expect(await Promise.all(answers.slice(0, 22))).toEqual(Array(22).fill('done'))
  expect(seen).toMatchObject({ begun: 22, most: 2 })
})

test('work that fails gives its place back', async () => {
  const fails = () => inTurn('known', () => Promise.reject(new Error('broken')))
  await expect(Promise.all([fails(), fails(), fails()])).rejects.toThrow('broken')
  expect(await inTurn('known', async () => 'done')).toBe('done')
})
