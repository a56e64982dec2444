import { inArray, type SQL } from 'drizzle-orm'
import {
  type Actor,
  caseReaders,
  identityReaders,
  isPermitted,
  moneyReaders,
  type Permission,
} from '#lib/access/actor.ts'
import { type KindOf, kindsOf } from '#lib/kinds.ts'
import { outbox } from '../schema.ts'

type MailKind = KindOf<'mailKinds'>

/** Who sees mail of each kind. */
export const readersOf: Record<MailKind, readonly Permission[]> = {
  notice: caseReaders,
  'withdrawal-told': caseReaders,
  letter: caseReaders,
  production: caseReaders,
  invoice: moneyReaders,
  'sign-in': ['administrator'],
}

/** To subscribers: their address is who they are, so lists leave it out. */
export const toSubscribers: readonly MailKind[] = ['notice', 'withdrawal-told']

/** Who reads the words of a mail; of every other kind, whoever sees the mail. A cover names what a record holds. */
export const wordsFor: Partial<Record<MailKind, readonly Permission[]>> = {
  notice: [],
  'withdrawal-told': [],
  'sign-in': [],
  production: identityReaders,
}

export const mailReaders: readonly Permission[] = [...caseReaders, 'billing', 'administrator']

export function visible(actor: Actor): SQL | undefined {
  return inArray(
    outbox.kind,
    kindsOf('mailKinds').filter((kind) => isPermitted(actor, readersOf[kind])),
  )
}
