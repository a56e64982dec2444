import { describe, expect, test } from 'vitest'
import { relativePath } from './path.ts'

describe('a path that somebody is led to', () => {
  test.each([
    ['a page', '/today', '/today'],
    ['with its query', '/subpoenas?stage=on-hold&page=2', '/subpoenas?stage=on-hold&page=2'],
    ['without what Next adds', '/subpoenas?_rsc=abc', '/subpoenas'],
    ['nothing', '', '/'],
    ['none', null, '/'],
    ['another host', '//evil.test', '/'],
    ['another host, with a backslash', '/\\evil.test', '/'],
    ['another host behind dots', '/..//evil.test', '/'],
    ['another host behind a dot', '/.//evil.test', '/'],
    ['a scheme', 'https://evil.test', '/'],
    ['a script', 'javascript:alert(1)', '/'],
    ['a line break', '/today\r\nSet-Cookie: a=b', '/'],
    ['a tab between the slashes', '/\t/evil.test', '/'],
  ])('%s', (_name, given, path) => {
    expect(relativePath(given)).toBe(path)
  })
})
