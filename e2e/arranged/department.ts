import { eq } from 'drizzle-orm'
import { outbox } from '#db/schema.ts'
import type { TestOffice } from '#db/testing/office.ts'
import { Play } from '#db/testing/play.ts'
import { reader } from '#db/tx.ts'
import type { Actor } from '#lib/access/actor.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import type { Role } from '#lib/kinds.ts'
import { type Desk, expect } from '../desk.ts'

type Seat = Role | 'otherCustodian' | 'otherCounsel'

const names: Readonly<Record<Seat, readonly [string, Role]>> = {
  intake: ['Ines Corder', 'intake'],
  custodian: ['Tom Ferrand', 'custodian'],
  otherCustodian: ['Jo Marisko', 'custodian'],
  counsel: ['Wilma Halloway', 'counsel'],
  otherCounsel: ['Rafe Lindgate', 'counsel'],
  billing: ['Pia Oduya', 'billing'],
  administrator: ['Dag Ostrow', 'administrator'],
  auditor: ['Lise Verhane', 'auditor'],
}

/**
 * The department of a desk that is served. What another test has clicked it does through commands; its mail goes through
 * the desk's own mail server, and any of its people can be seated at the browser.
 */
export class Department extends Play {
  readonly #desk: Desk

  private constructor(desk: Desk, office: TestOffice) {
    super(office)
    this.#desk = desk
  }

  static async at(desk: Desk): Promise<Department> {
    const actors: [string, Actor][] = []
    for (const [seat, [name, role]] of Object.entries(names)) {
      actors.push([seat, await desk.person(name, role)])
    }
    return new Department(desk, {
      folder: desk.folder,
      clock: {
        get now() {
          return desk.now
        },
        set: (text) => desk.setClock(text),
      },
      actors: Object.fromEntries(actors) as TestOffice['actors'],
      close: () => desk.stop(),
    })
  }

  /** Seats one of them at the browser. */
  async sits(seat: Seat): Promise<void> {
    const [name, role] = names[seat]
    await this.#desk.signInAs(name, role)
  }

  /** Accepted, agreed, the subscriber of A found and told: the hold runs. */
  async tell(reference: string): Promise<void> {
    await this.accept(reference)
    await this.agree(reference, dayOf(this.#desk.now, 'America/Los_Angeles'))
    await this.notify(reference, await this.find(reference))
  }

  /** Waits until the mail server of the desk has taken, or refused, all that waits. */
  override async deliver(): Promise<number> {
    const waiting = () => reader().select({ id: outbox.id }).from(outbox).where(eq(outbox.state, 'waiting'))
    const { length } = await waiting()
    await expect.poll(async () => (await waiting()).length, { timeout: 30_000 }).toBe(0)
    return length
  }
}
