import { expect, test } from 'vitest'
import { normalised } from './command_input.ts'

test('what was typed is kept in the composed form, with one kind of line break', () => {
  expect(normalised({ names: ['Ase\u0301', 'one\r\ntwo'] })).toEqual({ names: ['As\u00e9', 'one\ntwo'] })
})

test('a field of a hundred thousand unsorted marks, from anybody, is no work', () => {
  const heaped = `a${'\u0315'.repeat(50_000)}${'\u0316'.repeat(50_000)}`
  const began = performance.now()
  expect(normalised({ name: heaped })).toEqual({ name: heaped })
  expect(performance.now() - began).toBeLessThan(500)
})
