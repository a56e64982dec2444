import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, system } from '#lib/access/actor.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { type Instant, instantOf } from '#lib/calendar/instant.ts'
import { kindsOf, type Role } from '#lib/kinds.ts'
import { setUpOffice } from '../commands/set_up.ts'
import { closeOffice, openOffice } from '../office.ts'
import { people, personRoles } from '../schema.ts'
import { tx } from '../tx.ts'

const zone = 'America/Los_Angeles'

/** A clock that stands still until it is set, in the office's zone. */
export class TestClock {
  now: Instant
  constructor(text: string) {
    this.now = at(text)
  }
  /** "2026-01-05 10:00", Pacific time. */
  set(text: string): void {
    this.now = at(text)
  }
}

/** "2026-01-05 10:00" in Los Angeles, as an instant. */
export function at(text: string): Instant {
  const [day = '', time = '09:00'] = text.split(' ')
  return instantOf(calendarDate(day), time, zone)
}

export const officeForTests = {
  name: 'j2 Cloud Services, Inc.',
  department: 'Subpoena Department',
  address: '6922 Hollywood Boulevard, 5th Floor\nLos Angeles, CA 90028',
  phone: '',
  fax: '1-310-943-2400',
  email: 'subpoenas@office.test',
  payee: 'j2 Cloud Services, Inc.',
  timeZone: zone,
  paperSize: 'letter',
} as const

export type TestOffice = {
  readonly clock: TestClock
  readonly folder: string
  /** One person for each role; two custodians and two counsel, since one may not check their own work. */
  readonly actors: Record<Role | 'otherCustodian' | 'otherCounsel', Actor>
  close(): Promise<void>
}

/** A real office on a real database file, made by the migrations and set up by the command. */
export async function testOffice(now = '2026-01-05 10:00'): Promise<TestOffice> {
  const clock = new TestClock(now)
  const folder = mkdtempSync(join(tmpdir(), 'subpoena-desk-'))
  await openOffice(folder, 'real', () => clock.now)
  const done = await setUpOffice(system, officeForTests)
  if (!done.ok) throw new Error(done.refusal.sentence)
  const roles = kindsOf('roles')
  const actors: [string, Actor][] = []
  for (const role of roles) actors.push([role, await person(`${role} one`, role, clock.now)])
  actors.push(['otherCustodian', await person('custodian two', 'custodian', clock.now)])
  actors.push(['otherCounsel', await person('counsel two', 'counsel', clock.now)])
  return {
    clock,
    folder,
    actors: Object.fromEntries(actors) as TestOffice['actors'],
    async close() {
      await closeOffice()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function person(name: string, role: Role, createdAt: Instant): Promise<Actor> {
  return tx(async (tx) => {
    const [row] = await tx
      .insert(people)
      .values({ kind: 'person', name, email: `${name.replaceAll(' ', '.')}@office.test`, createdAt })
      .returning({ id: people.id })
    if (!row) throw new Error('The person was not written.')
    await tx.insert(personRoles).values({ personId: row.id, role })
    return { kind: 'person', id: row.id, name, roles: [role], sessionId: row.id }
  })
}
