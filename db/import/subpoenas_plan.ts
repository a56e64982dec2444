import { ne } from 'drizzle-orm'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { type Instant, instantOf } from '#lib/calendar/instant.ts'
import type { Fault } from '#lib/import/sheet.ts'
import { type SubpoenaInSheet, subpoenaColumns as sheetColumns } from '#lib/import/subpoenas.ts'
import type { TypedTarget } from '#lib/subpoena/identifier.ts'
import { receipt } from '#lib/subpoena/receipt.ts'
import { unprintableRequester } from '../requesters.ts'
import { subpoenas } from '../schema.ts'
import { type PrintedColumns, printedColumns, typedTargets, unprintablePaper } from '../subpoena_columns.ts'
import type { On } from '../tx.ts'
import { knownRequesters } from './known_requesters.ts'

export type PlannedSubpoena = {
  readonly row: SubpoenaInSheet
  readonly columns: PrintedColumns
  readonly targets: readonly TypedTarget[]
  readonly receivedAt: Instant
  readonly servedAt: Instant
  /** One on file, or the name and e-mail of one to be made. */
  readonly requester:
    | { readonly id: number; readonly number: string }
    | { readonly id: null; readonly name: string; readonly email: string }
}

export type SubpoenasPlan = {
  readonly faults: readonly Fault[]
  readonly planned: readonly PlannedSubpoena[]
}

export type ImportMoment = { readonly now: Instant; readonly today: CalendarDate; readonly zone: string }

const unnamed = 'Not named in the old spreadsheet'

/** What an import of these rows would do, asked by the page that shows it and by the command that does it. */
export async function planSubpoenas(
  on: On,
  rows: readonly SubpoenaInSheet[],
  moment: ImportMoment,
): Promise<SubpoenasPlan> {
  const requesters = await knownRequesters(on)
  const imported = await on
    .select({ reference: subpoenas.reference, formerReference: subpoenas.formerReference })
    .from(subpoenas)
    .where(ne(subpoenas.formerReference, ''))
  const known = new Map(imported.map((row) => [row.formerReference.toLowerCase(), row.reference]))
  const before = new Map<string, number>()
  const faults: Fault[] = []
  const planned: PlannedSubpoena[] = []
  for (const row of rows) {
    const found: Fault[] = []
    const fault = (field: string, sentence: string) =>
      found.push({ row: row.row, column: sheetColumns[field]?.label ?? field, sentence })
    const key = row.formerReference.toLowerCase()
    const [twice, reference] = [before.get(key), known.get(key)]
    if (twice) fault('formerReference', `Row ${twice} has the same number.`)
    if (reference) fault('formerReference', `It was imported before, as ${reference}.`)
    before.set(key, row.row)
    const times = timesOf(row, moment)
    if (row.receivedOn > moment.today) fault('receivedOn', 'It cannot have been received later than today.')
    else if ((row.servedOn ?? row.receivedOn) > moment.today)
      fault('servedOn', 'It cannot have been served later than today.')
    else {
      const received = receipt(times, moment.now, moment.zone)
      if (!received.ok) fault('servedOn', received.refusal.sentence)
    }
    const columns = printedColumns({ processType: 'other-subpoena', ...row })
    const noGlyph = unprintablePaper(columns)
    if (noGlyph) fault(noGlyph.refusal.field ?? '', noGlyph.refusal.sentence)
    const targets = typedTargets({ targetsText: row.targets ?? '' })
    if (!targets.ok) fault('targets', targets.refusal.sentence)
    const requester = requesterFor(row)
    const unprintable = requester.id === null ? unprintableRequester(requester) : null
    if (unprintable) fault('requester', unprintable.refusal.sentence)
    if (found.length > 0) faults.push(...found)
    else if (targets.ok) planned.push({ row, columns, targets: targets.value, requester, ...times })
  }
  return { faults, planned }

  /** Who served it; where nobody is named, who issued it. */
  function requesterFor({ requester, requesterEmail = '', issuingAttorney, issuingParty }: SubpoenaInSheet) {
    const name = requester || issuingAttorney || issuingParty || unnamed
    return requesters.find(name, requesterEmail) ?? ({ id: null, name, email: requesterEmail } as const)
  }
}

/**
 * A sheet knows days and no times. The paper counts as received in the last minute of its day, so that no hold can
 * begin, and end, a day early; and as served at noon.
 */
function timesOf({ receivedOn, servedOn }: SubpoenaInSheet, { now, zone }: ImportMoment) {
  const lastMinute = instantOf(receivedOn, '23:59', zone)
  const noon = instantOf(servedOn ?? receivedOn, '12:00', zone)
  return {
    receivedAt: lastMinute > now ? now : lastMinute,
    servedAt: noon > now ? now : noon,
  }
}
