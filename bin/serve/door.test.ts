import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { prepareDataDir } from './data_dir.ts'
import { type Door, openDoor } from './door.ts'
import { drain } from './drain.ts'
import { keepSampleAtHome } from './sample_at_home.ts'
import { welcomeLines } from './welcome.ts'

const doors: Door[] = []
const open = async (host = '127.0.0.1', port = 0) => {
  const door = await openDoor(host, port)
  doors.push(door)
  return door
}
afterEach(() => {
  for (const door of doors.splice(0)) door.server.close()
})

describe('the door', () => {
  test('tells who comes too early to come back, then answers', async () => {
    const door = await open()
    const early = await fetch(`http://127.0.0.1:${door.port}`)
    expect([early.status, await early.text()]).toEqual([503, expect.stringContaining('is starting')])
    door.answer((_request, response) => void response.end('ready'))
    expect(await (await fetch(`http://127.0.0.1:${door.port}`)).text()).toBe('ready')
  })

  test('says in a sentence that its port is in use', async () => {
    const { port } = await open()
    await expect(openDoor('127.0.0.1', port)).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`)
  })

  test('says in a sentence that HOST is no address of this machine', async () => {
    await expect(openDoor('192.0.2.1', 0)).rejects.toThrow(
      'HOST is 192.0.2.1, which is no address of this machine',
    )
  })

  test('lets a running request finish before it closes, and takes no other', async () => {
    const door = await open()
    let finish = () => {}
    const asked = new Promise<void>((resolve) =>
      door.answer((_request, response) => {
        finish = () => response.end('done')
        resolve()
      }),
    )
    const answer = fetch(`http://127.0.0.1:${door.port}`)
    await asked
    const drained = drain(door.server)
    await expect(fetch(`http://127.0.0.1:${door.port}`)).rejects.toThrow()
    finish()
    expect(await (await answer).text()).toBe('done')
    await drained
  })
})

test('a sample office chosen on a desk that listens everywhere moves to this machine alone', async () => {
  const door = await open('0.0.0.0')
  const desk: { officeKind: string | null } = { officeKind: null }
  keepSampleAtHome(door.server, desk)
  door.answer((_request, response) => void response.end('ready'))
  const visit = async () => (await fetch(`http://127.0.0.1:${door.port}`)).text()
  expect(await visit()).toBe('ready')
  desk.officeKind = 'sample'
  expect(await visit()).toBe('ready')
  await expect.poll(() => door.server.address()).toMatchObject({ address: '127.0.0.1', port: door.port })
  expect(await visit()).toBe('ready')
})

describe('the folder of the offices', () => {
  const base = mkdtempSync(join(tmpdir(), 'desk-data-'))
  afterEach(() => rmSync(base, { recursive: true, force: true }))

  test('is made for its owner alone, also where it was open to others, and nothing is left in it', () => {
    const folder = join(base, 'a', 'b')
    prepareDataDir(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    chmodSync(folder, 0o755)
    prepareDataDir(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(readdirSync(folder)).toEqual([])
  })

  test('is refused in a sentence where it is a file', () => {
    mkdirSync(base, { recursive: true })
    writeFileSync(join(base, 'file'), '')
    chmodSync(join(base, 'file'), 0o644)
    for (const path of [join(base, 'file'), join(base, 'file', 'inside')]) {
      expect(() => prepareDataDir(path)).toThrow('because it, or a folder above it, is a file: set DATA_DIR')
    }
    expect(statSync(join(base, 'file')).mode & 0o777).toBe(0o644)
  })
})

describe('the last line in the terminal is the one address to open', () => {
  const facts = { publicUrl: 'http://127.0.0.1:4600', smtpUrl: null, backups: null }
  test.each([
    [
      'set-up, with its token',
      { officeKind: null, setUpToken: 'a b' },
      'http://127.0.0.1:4600/set-up?token=a%20b',
    ],
    ['an office', { officeKind: 'real' as const, setUpToken: null }, 'http://127.0.0.1:4600/'],
    ['the sample', { officeKind: 'sample' as const, setUpToken: null }, 'http://127.0.0.1:4600/'],
  ])('for %s', (_name, office, address) => {
    const lines = welcomeLines({ dataDir: '/data', desk: { ...facts, ...office } })
    expect(lines.at(-1)).toBe(address)
    expect(lines.filter((line) => line.includes('http://'))).toHaveLength(1)
  })
})
