import { expect, test } from 'vitest'
import { clearedWords, clearingCommands } from '#lib/today/cleared.ts'
import { commands } from '../commands/index.ts'

test('every word for what was cleared belongs to a command that there is', () => {
  const known: string[] = commands.map(({ command }) => command)
  expect(clearingCommands.filter((name) => !known.includes(name))).toEqual([])
  expect(clearedWords('log-subpoena')).toBe('logged')
  expect(clearedWords('sign-out')).toBeNull()
})
