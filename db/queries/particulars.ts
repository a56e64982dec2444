import { asc, eq } from 'drizzle-orm'
import { type Actor, caseReaders, mustBe } from '#lib/access/actor.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import { spreadsheetType } from '#lib/file/paper_type.ts'
import type { PaperFacts } from '#lib/review/checklist.ts'
import { warnings } from '#lib/review/warnings.ts'
import { type SubpoenaRow, subpoenaRow } from '../load.ts'
import { files, requesters, targets } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { duplicatesOf } from './duplicates.ts'
import { officeZone, todayOf } from './office.ts'

/** Everything that was typed from the paper, with who served it; null when there is no such subpoena. */
export async function particularsOf(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const on = reader()
  const row = await subpoenaRow(on, reference)
  if (!row) return null
  const [zone, today] = [await officeZone(on), await todayOf(on)]
  const sought = await targetsOf(on, row.id)
  const same = {
    paperSha256: row.paperSha256,
    caseNumberKey: row.caseNumberKey,
    identifiers: sought.map((target) => target.identifier),
  }
  const facts = paperFacts(row, sought, zone)
  return {
    row,
    zone,
    today,
    targets: sought,
    requester: await requesterById(on, row.requesterId),
    billTo: row.billToId === row.requesterId ? null : await requesterById(on, row.billToId),
    paper: await paperOfRow(on, row),
    duplicates: await duplicatesOf(on, same, row.id),
    warnings: warnings({ ...facts, caption: row.caption, receivedOn: dayOf(row.receivedAt, zone) }, today),
  }
}

/** What is sought, in order. */
export async function targetsOf(on: On, subpoenaId: number) {
  const rows = await on
    .select({
      number: targets.number,
      kind: targets.kind,
      identifier: targets.identifier,
      period: targets.period,
      noneFound: targets.noneFound,
      subscriberId: targets.subscriberId,
    })
    .from(targets)
    .where(eq(targets.subpoenaId, subpoenaId))
    .orderBy(asc(targets.number))
  return rows.map(({ noneFound, subscriberId, ...target }) => ({
    ...target,
    /** Whether somebody looked for it: then it stays as it was looked for. */
    isResolved: noneFound || subscriberId !== null,
  }))
}

/** The paper as the checklist reads it. */
export function paperFacts(row: SubpoenaRow, sought: PaperFacts['targets'], zone: string): PaperFacts {
  const {
    processType,
    court,
    caseNumber,
    issuingState,
    issuedOn,
    complianceOn,
    recordsRequested,
    serviceMethod,
  } = row
  return {
    ...{
      processType,
      court,
      caseNumber,
      issuingState,
      issuedOn,
      complianceOn,
      recordsRequested,
      serviceMethod,
    },
    servedOn: dayOf(row.servedAt, zone),
    targets: sought,
  }
}

export async function requesterById(on: On, id: number) {
  const [row] = await on.select().from(requesters).where(eq(requesters.id, id))
  if (!row) throw new Error('The subpoena has no requester.')
  return row
}

export async function paperOfRow(on: On, row: SubpoenaRow) {
  const [file] = await on.select().from(files).where(eq(files.sha256, row.paperSha256))
  if (!file) throw new Error('The subpoena has no paper.')
  const { sha256, size, contentType, pages } = file
  // The spreadsheet holds others too, and keeps its own name.
  const isSpreadsheet = contentType === spreadsheetType
  return { sha256, size, contentType, pages, name: isSpreadsheet ? file.name : row.paperName, isSpreadsheet }
}

/** The served paper, to be downloaded as it came; null when there is no such subpoena. */
export async function servedPaperOf(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const row = await subpoenaRow(reader(), reference)
  return row && paperOfRow(reader(), row)
}
