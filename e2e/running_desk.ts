import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUpOffice } from '#db/commands/set_up.ts'
import { closeOffice, openOffice } from '#db/office.ts'
import { people, personRoles } from '#db/schema.ts'
import { beginSession, newToken } from '#db/sessions.ts'
import { at, officeForTests } from '#db/testing/office.ts'
import { tx } from '#db/tx.ts'
import { type Actor, system } from '#lib/access/actor.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import type { Role } from '#lib/kinds.ts'
import { PostOffice } from './post_office.ts'

/** One desk with its own folder, clock, mail server and people; the test arranges through commands beside it. */
export class RunningDesk {
  readonly folder = mkdtempSync(join(tmpdir(), 'desk-e2e-'))
  readonly post = new PostOffice()
  origin = ''
  /** Everything that the desk wrote to the terminal. */
  printed = ''
  now: Instant
  #server: ChildProcess | null = null
  readonly #people = new Map<string, Actor>()

  constructor(now: string) {
    this.now = at(now)
    this.setClock(now)
  }

  /** "2026-01-05 10:00", Pacific time, for the desk and for whoever sits at it. */
  setClock(text: string): void {
    this.now = at(text)
    const file = join(this.folder, 'clock')
    // Never half written: the desk may read it at any moment.
    writeFileSync(`${file}.next`, String(this.now))
    renameSync(`${file}.next`, file)
  }

  /** Sets the office up and opens it in this process, beside the desk that is served. */
  async setUp(): Promise<void> {
    await this.openBeside()
    const done = await setUpOffice(system, officeForTests)
    if (!done.ok) throw new Error(done.refusal.sentence)
  }

  /** Opens the office in this process, to arrange in it or to look at what a browser made of it. */
  async openBeside(): Promise<void> {
    await openOffice(this.folder, 'real', () => this.now)
  }

  /** Starts the desk as `npm start` does. Returns what it printed until it said where to open it. */
  async serve(words: string[] = []): Promise<string> {
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
    await this.#answering(child)
    return this.printed
  }

  /** Resolves once the desk says where to open it. */
  #answering(child: ChildProcess): Promise<void> {
    return new Promise((resolve, reject) => {
      const heard = (text: Buffer) => {
        this.printed += text
        if (/http:\/\/\S+/.test(this.printed)) resolve()
      }
      child.stdout?.on('data', heard)
      child.stderr?.on('data', heard)
      child.once('exit', (code) => reject(new Error(`The desk ended with ${code}:\n${this.printed}`)))
    })
  }

  /** A person of the office with these roles, made once. */
  async person(name: string, ...roles: Role[]): Promise<Actor> {
    const known = this.#people.get(name)
    if (known) return known
    const actor = await tx(async (tx): Promise<Actor> => {
      const email = `${name.toLowerCase().replaceAll(' ', '.')}@office.test`
      const [row] = await tx
        .insert(people)
        .values({ kind: 'person', name, email, createdAt: this.now })
        .returning({ id: people.id })
      if (!row) throw new Error('The person was not written.')
      for (const role of roles) await tx.insert(personRoles).values({ personId: row.id, role })
      return { kind: 'person', id: row.id, name, roles, sessionId: null }
    })
    this.#people.set(name, actor)
    return actor
  }

  /** The cookie of a new session of theirs; their sign-in itself has a test of its own. */
  async cookieOf(actor: Actor): Promise<{ readonly name: string; readonly value: string }> {
    const { token, hash } = newToken()
    await tx((tx) => beginSession(tx, { personId: actor.id, stage: 'full', tokenHash: hash, now: this.now }))
    return { name: `desk-${new URL(this.origin).port}-session`, value: token }
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
