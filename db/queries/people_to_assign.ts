import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Role } from '#lib/kinds.ts'
import { people, personRoles } from '../schema.ts'
import type { On } from '../tx.ts'

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
