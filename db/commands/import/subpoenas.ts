import { z } from 'zod'
import { type CalendarDate, yearOf } from '#lib/calendar/date.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { deemedReceived } from '#lib/hold/receipt.ts'
import { mayImport } from '#lib/import/access.ts'
import { refuse } from '#lib/import/refusals.ts'
import { mostRows } from '#lib/import/sheet.ts'
import { subpoenaRow } from '#lib/import/subpoenas.ts'
import { endedWords, openWords } from '#lib/import/words.ts'
import * as fields from '#lib/input.ts'
import type { KindOf } from '#lib/kinds.ts'
import { accept } from '#lib/result.ts'
import { type Context, command } from '../../command.ts'
import { takeNumbers, yearly } from '../../counters.ts'
import { nameKey } from '../../import/known_requesters.ts'
import { type PlannedSubpoena, planSubpoenas } from '../../import/subpoenas_plan.ts'
import { beginImport, inParts, insertRequesters } from '../../import/write.ts'
import { refreshCaches } from '../../queries/cache.ts'
import { businessDays, currentPolicy } from '../../queries/office.ts'
import { counters, decisions, notes, subpoenas, targets } from '../../schema.ts'
import { addHolidays } from '../office.ts'

/**
 * Takes over the subpoenas of an old spreadsheet, all of them or none, under references of our own. Open ones stand
 * where a paper just logged stands: no notice, hold, acceptance or terms is taken from a spreadsheet, so that nothing
 * of them can be released before people here have done all of it. The others come in closed.
 */
export const importSubpoenas = command({
  name: 'import-subpoenas',
  may: mayImport.subpoenas,
  input: z.strictObject({
    /** The spreadsheet as it came; until the served paper is filed, it stands in its place. */
    file: fields.fileHash,
    /** How those were served of which the spreadsheet does not say it. */
    serviceMethod: fields.kind('serviceMethods'),
    rows: z.array(subpoenaRow).min(1).max(mostRows),
  }),
  async run(context, { file, serviceMethod, rows }) {
    const { faults, planned } = await planSubpoenas(context.tx, rows, context)
    if (faults.length > 0) return refuse('rows-at-fault', { faults: faults.slice(0, 100) })
    const begun = await beginImport(context, { kind: 'subpoenas', file, rowCount: planned.length })
    if (!begun.ok) return begun
    const ids = await insertSubpoenas(context, begun.value.id, { file, serviceMethod, planned })
    await refreshCaches(context.tx, ids, context.today)
    const open = planned.filter(({ row }) => row.status === 'open').length
    return accept({ number: begun.value.number, added: planned.length, open })
  },
  tells: ({ file }, { number, added, open }) => ({
    sentence: `Imported ${added.toLocaleString('en-US')} subpoenas, ${open.toLocaleString('en-US')} of them open, as ${number}`,
    facts: { import: number, file },
  }),
})

type Asked = {
  readonly file: string
  readonly serviceMethod: KindOf<'serviceMethods'>
  readonly planned: readonly PlannedSubpoena[]
}

/** Writes them in the order of their receipt, so that references follow each other as the papers did. */
async function insertSubpoenas(context: Context, importId: number, asked: Asked): Promise<number[]> {
  const { tx, actor, now, today, zone } = context
  const planned = asked.planned.toSorted((a, b) =>
    a.row.receivedOn < b.row.receivedOn ? -1 : a.row.receivedOn > b.row.receivedOn ? 1 : 0,
  )
  const policy = await currentPolicy(tx)
  const years = new Set(planned.map(({ row }) => yearOf(row.receivedOn)))
  for (const year of years) if (year < yearOf(today) - 1) await addHolidays(tx, year, year + 1)
  const calendar = await businessDays(tx, policy.calendars)
  // Many rows came on one day, and a day is looked up in a calendar once.
  const known = new Map<Instant, CalendarDate>()
  const deemedOn = (at: Instant): CalendarDate => {
    const before = known.get(at)
    if (before) return before
    const { value } = deemedReceived(at, { zone, cutoff: policy.cutoff }, calendar)
    known.set(at, value)
    return value
  }
  const references = await takeReferences(context, planned)
  const requesterOf = await requestersOf(context, importId, planned)
  const rows = planned.map((one, index) => {
    const requesterId = requesterOf(one)
    return {
      ...one.columns,
      reference: references[index] ?? '',
      requesterId,
      billToId: requesterId,
      serviceMethod: one.row.serviceMethod ?? asked.serviceMethod,
      servedAt: one.servedAt,
      receivedAt: one.receivedAt,
      deemedReceivedOn: deemedOn(one.receivedAt),
      policyVersion: policy.version,
      paperSha256: asked.file,
      paperName: `Row ${one.row.row} of the old spreadsheet`,
      loggedAt: now,
      loggedById: actor.id,
      stage: one.row.status === 'open' ? 'to-review' : 'closed',
      billing: 'none',
      importId,
      formerReference: one.row.formerReference,
    }
  })
  const written = await inParts(rows, (part) =>
    tx.insert(subpoenas).values(part).returning({ id: subpoenas.id, reference: subpoenas.reference }),
  )
  const idOf = new Map(written.map(({ id, reference }) => [reference, id]))
  const ids = references.map((reference) => idOf.get(reference) ?? 0)
  await insertWhatFollows(context, planned, ids)
  return ids
}

async function takeReferences({ tx }: Context, planned: readonly PlannedSubpoena[]): Promise<string[]> {
  const years = planned.map(({ row }) => yearOf(row.receivedOn))
  const next = new Map<number, number>()
  for (const year of new Set(years)) {
    const count = years.filter((one) => one === year).length
    next.set(year, await takeNumbers(tx, `reference-${year}`, count))
  }
  return years.map((year) => {
    const number = next.get(year) ?? 0
    next.set(year, number + 1)
    return yearly('S', year, number)
  })
}

/** Makes the requesters that are not on file, each once, and answers which one a subpoena is of. */
async function requestersOf(context: Context, importId: number, planned: readonly PlannedSubpoena[]) {
  const unknown = new Map<string, { name: string; email: string }>()
  for (const { requester } of planned) {
    if (requester.id === null) unknown.set(nameKey(requester.name, requester.email), requester)
  }
  const ids = await insertRequesters(context, importId, [...unknown.values()])
  const idOf = new Map([...unknown.keys()].map((key, index) => [key, ids[index] ?? 0]))
  return ({ requester }: PlannedSubpoena): number =>
    requester.id ?? idOf.get(nameKey(requester.name, requester.email)) ?? 0
}

/** Targets, what the spreadsheet said of an open one, and that the others are closed. */
async function insertWhatFollows(
  { tx, actor, now, today }: Context,
  planned: readonly PlannedSubpoena[],
  ids: readonly number[],
): Promise<void> {
  const each = planned.map((one, index) => ({ ...one, subpoenaId: ids[index] ?? 0 }))
  const sought = each.flatMap(({ subpoenaId, targets: typed }) =>
    typed.map((target, index) => ({ ...target, subpoenaId, number: index + 1 })),
  )
  await inParts(sought, (part) => tx.insert(targets).values(part).returning({ id: targets.id }))
  const numbers = each
    .filter(({ targets: typed }) => typed.length > 0)
    .map(({ subpoenaId, targets: typed }) => ({ name: `target-of-${subpoenaId}`, value: typed.length }))
  await inParts(numbers, (part) => tx.insert(counters).values(part).returning({ name: counters.name }))
  const by = { at: now, byId: actor.id }
  const said = each
    .filter(({ row }) => row.status === 'open')
    .map(({ subpoenaId, row }) => ({ ...by, subpoenaId, text: openWords(row) }))
  await inParts(said, (part) => tx.insert(notes).values(part).returning({ id: notes.id }))
  const ended = each
    .filter(({ row }) => row.status !== 'open')
    .map(({ subpoenaId, row }) => ({
      ...by,
      subpoenaId,
      kind: 'closed' as const,
      reason: endedWords(row),
      deficiencies: [],
      decidedOn: today,
    }))
  await inParts(ended, (part) => tx.insert(decisions).values(part).returning({ id: decisions.id }))
}
