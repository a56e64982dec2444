import { describe, expect, test } from 'vitest'
import { isLoopback, originOf, readSettings } from './settings.ts'

const settingsOf = (environment: Record<string, string>, sample = false) => {
  const read = readSettings(environment, sample)
  if (!read.ok) throw new Error(read.sentences.join(' '))
  return read.settings
}

test('without any variable there is a sensible default for each setting', () => {
  expect(settingsOf({})).toEqual({
    host: '127.0.0.1',
    port: 4600,
    dataDir: 'data',
    publicUrl: null,
    smtpUrl: null,
    backupDir: null,
    backupKey: null,
    backupAt: '02:30',
    sample: false,
  })
})

test('an empty variable counts as not set', () => {
  expect(settingsOf({ HOST: '', PORT: ' ', DATA_DIR: '', PUBLIC_URL: '', SMTP_URL: '' })).toEqual(
    settingsOf({}),
  )
})

test('the sample office listens on this machine only, whatever HOST and PUBLIC_URL say', () => {
  const settings = settingsOf(
    { HOST: '0.0.0.0', PUBLIC_URL: 'https://desk.example.test', PORT: '5000' },
    true,
  )
  expect(settings).toMatchObject({ host: '127.0.0.1', port: 5000, publicUrl: null, sample: true })
})

test.each([
  ['https://desk.example.test', 'https://desk.example.test'],
  ['https://desk.example.test/', 'https://desk.example.test'],
  ['https://desk.example.test:8443', 'https://desk.example.test:8443'],
  ['http://localhost:4600', 'http://localhost:4600'],
  ['http://[::1]:4600', 'http://[::1]:4600'],
])('PUBLIC_URL %s is taken as %s', (given, origin) => {
  expect(settingsOf({ HOST: '0.0.0.0', PUBLIC_URL: given }).publicUrl).toBe(origin)
})

describe('a bad setting gets one sentence that says what to do', () => {
  test.each([
    ['a time of night that is none', { BACKUP_AT: '25:00' }, 'BACKUP_AT must be a time of day such as 02:30'],
    ['a key and no folder', { BACKUP_KEY: '/k' }, 'without BACKUP_DIR there are none'],
    ['a port that is a word', { PORT: 'http' }, 'PORT must be a number from 0 to 65535, and is "http"'],
    ['a port past the last', { PORT: '65536' }, 'PORT must be a number'],
    ['a negative port', { PORT: '-1' }, 'PORT must be a number'],
    ['a fraction of a port', { PORT: '80.5' }, 'PORT must be a number'],
    ['plain http on another machine', { PUBLIC_URL: 'http://desk.example.test' }, 'must begin with https://'],
    [
      'a loopback name in front of a domain',
      { PUBLIC_URL: 'http://127.0.0.1.example.test' },
      'begin with https://',
    ],
    ['another protocol', { PUBLIC_URL: 'ftp://desk.example.test' }, 'must begin with https://'],
    ['a path', { PUBLIC_URL: 'https://desk.example.test/desk' }, 'an address without a path'],
    ['a password', { PUBLIC_URL: 'https://me:word@desk.example.test' }, 'an address without a path'],
    ['no address at all', { PUBLIC_URL: 'desk' }, 'an address without a path'],
    ['all addresses without a public one', { HOST: '0.0.0.0' }, 'set PUBLIC_URL to the https:// address'],
    ['a host with a path', { HOST: 'desk/../x' }, 'HOST must be the name or address'],
    ['mail by http', { SMTP_URL: 'http://mail.example.test' }, 'SMTP_URL must look like smtp://'],
    ['mail without a host', { SMTP_URL: 'smtp://' }, 'SMTP_URL must look like smtp://'],
  ])('%s', (_name, environment, words) => {
    const read = readSettings(environment)
    if (read.ok) throw new Error('It was taken.')
    expect(read.sentences).toHaveLength(1)
    expect(read.sentences[0]).toContain(words)
  })

  test('and several bad settings get one each', () => {
    const read = readSettings({ PORT: 'x', SMTP_URL: 'x' })
    expect(read).toMatchObject({ ok: false, sentences: [expect.any(String), expect.any(String)] })
  })

  test('which never repeats the password of the mail server', () => {
    const read = readSettings({ SMTP_URL: 'http://desk:hunter2@mail.example.test' })
    expect(JSON.stringify(read)).not.toContain('hunter2')
  })
})

test.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['localhost', true],
  ['::1', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['127.0.0.1.example.test', false],
  ['192.168.0.10', false],
])('whether %s is this machine itself: %s', (host, answer) => {
  expect(isLoopback(host)).toBe(answer)
})

test('an address of the sixth version stands in brackets', () => {
  expect(originOf('::1', 4600)).toBe('http://[::1]:4600')
  expect(originOf('127.0.0.1', 80)).toBe('http://127.0.0.1')
})
