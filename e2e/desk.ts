import { test as base, expect, type Page } from '@playwright/test'
import type { Actor } from '#lib/access/actor.ts'
import type { Role } from '#lib/kinds.ts'
import { RunningDesk } from './running_desk.ts'

export { expect }

/** A running desk, and the browser in front of it. */
export class Desk extends RunningDesk {
  readonly page: Page

  constructor(page: Page, now: string) {
    super(now)
    this.page = page
  }

  /** @param office 'ready' sets the office up and opens it beside the server; 'none' leaves set-up to the test. */
  async start(office: 'ready' | 'none' = 'ready', words: string[] = []): Promise<string> {
    if (office === 'ready') await this.setUp()
    return this.serve(words)
  }

  /** Seats a person at the browser. */
  async signInAs(name: string, ...roles: Role[]): Promise<Actor> {
    const actor = await this.person(name, ...roles)
    const cookie = await this.cookieOf(actor)
    await this.page.context().clearCookies()
    await this.page.context().addCookies([{ ...cookie, url: this.origin, httpOnly: true, sameSite: 'Lax' }])
    return actor
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.origin}${path}`)
  }
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
