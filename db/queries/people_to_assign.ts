import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { type Actor, caseReaders, mustBe } from '#lib/access/actor.ts'
import type { Role } from '#lib/kinds.ts'
import { subpoenaRow } from '../load.ts'
import { people, personRoles } from '../schema.ts'
import { type On, reader } from '../tx.ts'

const working: Role[] = ['intake', 'custodian', 'counsel']

/** Who may look after a subpoena: people who work on cases and are not disabled, by name. */
export async function assignablePeople(on: On): Promise<{ id: number; name: string }[]> {
  return on
    .selectDistinct({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(personRoles, eq(personRoles.personId, people.id))
    .where(and(eq(people.kind, 'person'), isNull(people.disabledAt), inArray(personRoles.role, working)))
    .orderBy(asc(people.name))
}

/** Who looks after a subpoena now, and who could; null when there is no such subpoena. */
export async function assigneeOf(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const on = reader()
  const row = await subpoenaRow(on, reference)
  if (!row) return null
  const [assignee] = await on
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, row.assigneeId ?? 0))
  return { row, assignee: assignee?.name ?? null, people: await assignablePeople(on) }
}
