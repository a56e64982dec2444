import { asc, eq } from 'drizzle-orm'
import { type Actor, mustBe } from '#lib/access/actor.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import type { Role } from '#lib/kinds.ts'
import { machineTokens, people } from '../schema.ts'
import { reader } from '../tx.ts'
import { todayOf } from './office.ts'
import { rolesOf } from './people.ts'

export type MachineToken = {
  readonly number: number
  readonly state: 'works' | 'over' | 'revoked'
  readonly lastDayOn: CalendarDate | null
  readonly madeAt: Instant
  readonly madeBy: string
  /** To the day: it is written at the first use of each. */
  readonly lastUsedOn: CalendarDate | null
}

export type MachineLine = {
  readonly name: string
  readonly roles: readonly Role[]
  readonly tokens: readonly MachineToken[]
}

/** The programs that may ask this desk, by name, each with its tokens. */
export async function machinesOfOffice(actor: Actor): Promise<MachineLine[]> {
  mustBe(actor, ['administrator', 'auditor'])
  const on = reader()
  const today = await todayOf(on)
  const machines = await on
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.kind, 'machine'))
    .orderBy(asc(people.name))
  const tokens = await on
    .select({ token: machineTokens, madeBy: people.name })
    .from(machineTokens)
    .innerJoin(people, eq(people.id, machineTokens.madeById))
    .orderBy(asc(machineTokens.id))
  const lines: MachineLine[] = []
  for (const { id, name } of machines) {
    const own = tokens.filter(({ token }) => token.machineId === id)
    lines.push({
      name,
      roles: await rolesOf(on, id),
      tokens: own.map(({ token: { number, lastDayOn, madeAt, lastUsedOn, revokedAt }, madeBy }) => ({
        ...{ number, lastDayOn, madeAt, lastUsedOn, madeBy },
        state: revokedAt !== null ? 'revoked' : lastDayOn !== null && lastDayOn < today ? 'over' : 'works',
      })),
    })
  }
  return lines
}
