import { eq } from 'drizzle-orm'
import { dayOf } from '#lib/calendar/instant.ts'
import type { ServedPaper } from '#lib/letters/notice_facts.ts'
import { linesIn } from '#lib/letters/office.ts'
import type { SubpoenaRow } from '../load.ts'
import { requesters } from '../schema.ts'
import type { On } from '../tx.ts'

/** The served paper as letters speak of it; the caption in the form that can be printed. */
export function servedPaper(row: SubpoenaRow, zone: string): ServedPaper {
  const { reference, processType, court, caption, captionPrinted, caseNumber, issuedOn, complianceOn } = row
  return {
    reference,
    processType,
    court,
    caption: captionPrinted ?? caption,
    caseNumber,
    issuedOn,
    receivedOn: dayOf(row.receivedAt, zone),
    complianceOn,
  }
}

/** Who served the paper, as a notice names them: the firm, and how to reach it, a line each. */
export async function firmOf(on: On, requesterId: number) {
  const [row] = await on.select().from(requesters).where(eq(requesters.id, requesterId))
  if (!row) throw new Error('The subpoena has no requester.')
  return {
    firm: row.namePrinted ?? row.name,
    firmContact: [...linesIn(row.address), row.phone && `telephone ${row.phone}`, row.email].filter(Boolean),
  }
}
