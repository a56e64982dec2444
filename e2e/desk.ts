import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { setUpOffice } from '#db/commands/office.ts'
import { closeOffice, openOffice } from '#db/office.ts'
import { people, personRoles } from '#db/schema.ts'
import { beginSession, newToken } from '#db/sessions.ts'
import { at, officeForTests } from '#db/testing/office.ts'
import { tx } from '#db/tx.ts'
import { type Actor, system } from '#lib/access/actor.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import type { Role } from '#lib/kinds.ts'
import { PostOffice } from './post_office.ts'

export { expect }

/** One desk with its own folder, clock, mail server and people; the test arranges through commands beside it. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'desk-e2e-'))
  readonly post = new PostOffice()
  readonly page: Page
  origin = ''
  #server: ChildProcess | null = null
  #now: Instant
  readonly #people = new Map<string, Actor>()

  constructor(page: Page, now: string) {
    this.page = page
    this.#now = at(now)
  }

  /** "2026-01-05 10:00", Pacific time, for the desk and for whoever sits at it. */
  setClock(text: string): void {
    this.#now = at(text)
    writeFileSync(join(this.folder, 'clock'), String(this.#now))
  }

  /** @param office 'ready' sets the office up and opens it beside the server; 'none' leaves set-up to the test. */
  async start(office: 'ready' | 'none' = 'ready', words: string[] = []): Promise<string> {
    writeFileSync(join(this.folder, 'clock'), String(this.#now))
    if (office === 'ready') {
      await openOffice(this.folder, 'real', () => this.#now)
      const done = await setUpOffice(system, officeForTests)
      if (!done.ok) throw new Error(done.refusal.sentence)
    }
    const port = await freePort()
    const smtp = await this.post.open()
    this.origin = `http://127.0.0.1:${port}`
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'e2e/server.mjs', ...words],
      {
        env: {
          ...process.env,
          NODE_ENV: 'production',
          NEXT_TELEMETRY_DISABLED: '1',
          HOST: '127.0.0.1',
          PORT: String(port),
          DATA_DIR: this.folder,
          PUBLIC_URL: '',
          SMTP_URL: smtp,
          CLOCK_FILE: join(this.folder, 'clock'),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    this.#server = child
    return answering(child)
  }

  /** A person of the office with these roles, made once. */
  async person(name: string, ...roles: Role[]): Promise<Actor> {
    const known = this.#people.get(name)
    if (known) return known
    const actor = await tx(async (tx): Promise<Actor> => {
      const email = `${name.toLowerCase().replaceAll(' ', '.')}@office.test`
      const [row] = await tx
        .insert(people)
        .values({ kind: 'person', name, email, createdAt: this.#now })
        .returning({ id: people.id })
      if (!row) throw new Error('The person was not written.')
      for (const role of roles) await tx.insert(personRoles).values({ personId: row.id, role })
      return { kind: 'person', id: row.id, name, roles, sessionId: null }
    })
    this.#people.set(name, actor)
    return actor
  }

  /** Seats a person at the browser; their sign-in itself has a test of its own. */
  async signInAs(name: string, ...roles: Role[]): Promise<Actor> {
    const actor = await this.person(name, ...roles)
    const { token, hash } = newToken()
    await tx((tx) => beginSession(tx, { personId: actor.id, stage: 'full', tokenHash: hash, now: this.#now }))
    const { port } = new URL(this.origin)
    await this.page.context().clearCookies()
    await this.page
      .context()
      .addCookies([
        { name: `desk-${port}-session`, value: token, url: this.origin, httpOnly: true, sameSite: 'Lax' },
      ])
    return actor
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.origin}${path}`)
  }

  async stop(): Promise<void> {
    await closeOffice()
    if (this.#server && this.#server.exitCode === null) {
      const gone = once(this.#server, 'exit')
      this.#server.kill('SIGTERM')
      await gone
    }
    await this.post.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Resolves with what the desk printed once it says where to open it. */
function answering(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const heard = (text: Buffer) => {
      printed += text
      if (/http:\/\/\S+/.test(printed)) resolve(printed)
    }
    child.stdout?.on('data', heard)
    child.stderr?.on('data', heard)
    child.once('exit', (code) => reject(new Error(`The desk ended with ${code}:\n${printed}`)))
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}

type Fixtures = { now: string; office: 'ready' | 'none'; words: string[]; desk: Desk }

export const test = base.extend<Fixtures>({
  now: ['2026-01-05 10:00', { option: true }],
  office: ['ready', { option: true }],
  words: [[], { option: true }],
  desk: async ({ page, now, office, words }, use) => {
    const desk = new Desk(page, now)
    try {
      await desk.start(office, words)
      await use(desk)
    } finally {
      await desk.stop()
    }
  },
})
