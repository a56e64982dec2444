import { kindsOf, type Role } from '#lib/kinds.ts'

/** Who is asking. A machine is never one of two persons; `nobody` has not signed in; `system` is the clockwork. */
export type Actor = {
  readonly kind: 'person' | 'machine' | 'system' | 'nobody'
  readonly id: number
  readonly name: string
  readonly roles: readonly Role[]
  /** The session that a person acts in, or a machine's token: an identity's first look is recorded once in each. */
  readonly sessionId: number | null
}

/** Rows 1 and 2 of `people` in every office. */
export const system: Actor = { kind: 'system', id: 1, name: 'Subpoena Desk', roles: [], sessionId: null }
export const nobody: Actor = {
  kind: 'nobody',
  id: 2,
  name: 'Somebody not signed in',
  roles: [],
  sessionId: null,
}

/** A role, or one of the three who have none: `anyone` is every signed-in person or machine. */
export type Permission = Role | 'anyone' | 'system' | 'nobody'

/** Whether one of the actor's roles, or what the actor is, stands in the list. */
export function isPermitted(actor: Actor, may: readonly Permission[]): boolean {
  return may.some((permission) => {
    if (permission === 'system') return actor.kind === 'system'
    if (permission === 'nobody') return actor.kind === 'nobody'
    if (permission === 'anyone') return actor.kind === 'person' || actor.kind === 'machine'
    return actor.roles.includes(permission)
  })
}

/** The roles that read everything of a subpoena but the subscriber's identity. */
export const caseReaders: readonly Role[] = ['intake', 'custodian', 'counsel', 'auditor']
/** The roles that see money: billing, who may not see the case, and those who see both. */
export const moneyReaders: readonly Role[] = ['billing', 'counsel', 'auditor']
/** The roles that see who a subscriber is; intake only while a notice or an objection is open. */
export const identityReaders: readonly Role[] = ['custodian', 'counsel', 'auditor']

/** Whoever has a role at all: a person without one has only their own account. */
export const staff: readonly Role[] = kindsOf('roles')

/** Thrown by a query whose actor may not ask it. */
export class NotAllowed extends Error {
  override name = 'NotAllowed'
  /** By this Next knows it for a 403 and shows the nearest forbidden.tsx, whichever page asked. */
  readonly digest = 'NEXT_HTTP_ERROR_FALLBACK;403'
}

/** @throws NotAllowed unless the actor has one of the permissions. */
export function mustBe(actor: Actor, may: readonly Permission[]): void {
  if (!isPermitted(actor, may)) throw new NotAllowed('This is not for your role.')
}
