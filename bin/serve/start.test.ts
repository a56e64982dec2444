import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const busy = createServer()
let busyPort = 0

beforeAll(async () => {
  busy.listen(0, '127.0.0.1')
  await once(busy, 'listening')
  busyPort = (busy.address() as { port: number }).port
})
afterAll(() => void busy.close())

/** Starts the real program, which must end by itself, and returns what it said and its exit code. */
async function start(environment: Record<string, string>, words: string[] = []) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'bin/serve.mjs', ...words],
    {
      cwd: root,
      env: {
        ...process.env,
        HOST: '',
        PORT: '0',
        DATA_DIR: '',
        PUBLIC_URL: '',
        SMTP_URL: '',
        BACKUP_DIR: '',
        BACKUP_KEY: '',
        ...environment,
      },
    },
  )
  let said = ''
  const hear = (part: Buffer) => {
    said += part
  }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', hear)
  const [code] = await once(child, 'close')
  return { code, said }
}

describe('what is wrong at the start ends with one sentence that says what to do', () => {
  test.each([
    ['a bad port', { PORT: 'http' }, [], /^PORT must be a number from 0 to 65535.*: correct it.*\.$/],
    ['a word that is not known', {}, ['--smaple'], /^"--smaple" is not understood: leave it out.*\.$/],
    [
      'a folder that is a file',
      { DATA_DIR: 'package.json' },
      [],
      /package\.json cannot be used.*: set DATA_DIR.*\.$/,
    ],
    [
      'a folder where none can be made',
      { DATA_DIR: '/proc/desk' },
      [],
      /cannot be used.*: set DATA_DIR.*\.$/,
    ],
    [
      'plain http on another machine',
      { PUBLIC_URL: 'http://desk.example.test' },
      [],
      /^PUBLIC_URL must begin with https/,
    ],
    [
      'all addresses without a public one',
      { HOST: '0.0.0.0' },
      [],
      /^HOST is 0\.0\.0\.0.*: set PUBLIC_URL to the https/,
    ],
    [
      'a key for backups that is none',
      { BACKUP_DIR: '/backups', BACKUP_KEY: 'package.json' },
      [],
      /package\.json holds no key for backups: npm run backup -- --new-key FILE makes one\.$/,
    ],
    [
      'an address of another machine',
      { HOST: '192.0.2.1', PUBLIC_URL: 'https://desk.example.test' },
      [],
      /set HOST to/,
    ],
  ])('%s', async (_name, environment, words, sentence) => {
    const { code, said } = await start(environment as Record<string, string>, words)
    expect(said.trim().split('\n')).toEqual([expect.stringMatching(sentence)])
    expect(code).toBe(1)
  })

  test('a port that is in use', async () => {
    const { code, said } = await start({
      PORT: String(busyPort),
      DATA_DIR: join(root, '.cache', 'test', 'data'),
    })
    expect(said.trim()).toBe(
      `Port ${busyPort} on 127.0.0.1 is in use, perhaps by a desk that already runs: stop that, or set PORT to another.`,
    )
    expect(code).toBe(1)
  })
})
