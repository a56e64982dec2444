import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { Agent, get, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { openWriter } from '#db/connection.ts'
import { hashOfToken, newToken } from '#db/sessions.ts'
import { asking } from './office/make.ts'

const root = join(import.meta.dirname, '..')

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

export type RunningServer = {
  /** Asks for a path as a browser would that is signed in; the whole answer. */
  ask(path: string, headers?: Record<string, string>): Promise<Answer>
  stop(): Promise<void>
}

/** The desk itself, over the office of a folder, with somebody signed in who sees everything. */
export async function deskOver(folder: string): Promise<RunningServer> {
  const { token } = newToken()
  const connection = openWriter(join(folder, 'office', 'office.sqlite'))
  const now = Date.now()
  connection
    .prepare(
      `INSERT INTO sessions (token_hash, person_id, stage, created_at, last_seen_at) VALUES (?, ?, 'full', ?, ?)`,
    )
    .run(hashOfToken(token), asking.id, now, now)
  connection.close()
  const env = { DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1', PUBLIC_URL: '', SMTP_URL: '' }
  return started(['bin/serve.mjs'], env, (port) => `desk-${port}-session=${token}`)
}

/** The bare page, built when it was not yet or when it has changed. */
export async function floor(): Promise<RunningServer> {
  const folder = join(root, 'bench', 'floor')
  const time = (...path: string[]) => statSync(join(folder, ...path), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = [
    time('next.config.js'),
    time('app', 'layout.js'),
    time('app', 'table', '[rows]', '[columns]', '[letters]', 'page.js'),
    statSync(join(root, 'package-lock.json')).mtimeMs,
  ]
  if (time('.next', 'BUILD_ID') < Math.max(...sources)) {
    console.log('Building the floor.')
    const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
    const build = spawn(process.execPath, [next, 'build', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    })
    const [code] = await once(build, 'close')
    if (code !== 0) throw new Error('The floor could not be built.')
  }
  return started(['bench/floor/serve.ts'], {}, () => '')
}

async function started(
  words: string[],
  env: Record<string, string>,
  cookieOf: (port: string) => string,
): Promise<RunningServer> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  const port = await portOf(child)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const cookie = cookieOf(port)
  return {
    ask: (path, headers = {}) =>
      new Promise((resolve, reject) => {
        const options = { host: '127.0.0.1', port, path, agent, headers: { cookie, ...headers } }
        get(options, (response) => {
          const pieces: Buffer[] = []
          response.on('data', (piece: Buffer) => pieces.push(piece))
          response.on('end', () => {
            const { statusCode = 0, headers } = response
            resolve({ status: statusCode, headers, body: Buffer.concat(pieces) })
          })
        }).on('error', reject)
      }),
    async stop() {
      agent.destroy()
      const ended = once(child, 'close')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The port in the address that a server prints last when it answers. */
function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const port = /^http:\/\/127\.0\.0\.1:(\d+)\/$/m.exec(said)?.[1]
      if (port) resolve(port)
    })
    child.once('close', () => reject(new Error(`A server ended before it answered: ${said}`)))
  })
}
