import type { CalendarDate } from '#lib/calendar/date.ts'
import type { TermsKind } from '#lib/terms/terms.ts'
import type { Context } from './command.ts'
import { termsEvents } from './schema.ts'

/** Writes what happened to the terms of one subpoena; the last that happened counts. */
export async function insertTermsEvent(
  { tx, actor, now, today }: Context,
  event: {
    readonly subpoenaId: number
    readonly kind: TermsKind
    readonly reason?: string
    readonly file?: string | null
    /** The day that it happened; today when left out. */
    readonly on?: CalendarDate
  },
): Promise<void> {
  await tx.insert(termsEvents).values({
    subpoenaId: event.subpoenaId,
    kind: event.kind,
    reason: event.reason ?? '',
    fileSha256: event.file ?? null,
    onDate: event.on ?? today,
    at: now,
    byId: actor.id,
  })
}
