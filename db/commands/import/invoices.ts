import { z } from 'zod'
import { anchor, answer } from '#lib/calendar/derivation.ts'
import { type Instant, instantOf } from '#lib/calendar/instant.ts'
import { letterPaper } from '#lib/documents/letter_paper.ts'
import { mayImport } from '#lib/import/access.ts'
import { invoiceRow } from '#lib/import/invoices.ts'
import { refuse } from '#lib/import/refusals.ts'
import { mostRows } from '#lib/import/sheet.ts'
import * as fields from '#lib/input.ts'
import { openingBalancesPaper } from '#lib/letters/opening_balances.ts'
import { addCents, formatMoney } from '#lib/money.ts'
import { accept } from '#lib/result.ts'
import { type Context, command } from '../../command.ts'
import { running, takeNumbers } from '../../counters.ts'
import { fontSet } from '../../fonts.ts'
import { historyHead } from '../../history.ts'
import { type PlannedInvoice, planInvoices } from '../../import/invoices_plan.ts'
import { beginImport, inParts } from '../../import/write.ts'
import { keepPaper } from '../../papers.ts'
import { drawn } from '../../printed.ts'
import { refreshCaches } from '../../queries/cache.ts'
import { currentPolicy, officeRow } from '../../queries/office.ts'
import { invoiceLines, invoiceReceipts, invoices } from '../../schema.ts'

/**
 * Takes over what is owed on invoices of an old spreadsheet, all of it or nothing. Each becomes an opening balance with
 * a number of its own series, so that the numbers of our own invoices stay without a gap. Checks are put on it, and it
 * is credited and written off, like on any other.
 */
export const importInvoices = command({
  name: 'import-invoices',
  may: mayImport.invoices,
  input: z.strictObject({
    /** The spreadsheet as it came. */
    file: fields.fileHash,
    rows: z.array(invoiceRow).min(1).max(mostRows),
  }),
  seenBy: 'all',
  async run(context, { file, rows }) {
    const { tx, today } = context
    const { faults, planned, settled } = await planInvoices(tx, rows, today)
    if (faults.length > 0) return refuse('rows-at-fault', { faults: faults.slice(0, 100) })
    const begun = await beginImport(context, { kind: 'invoices', file, rowCount: planned.length })
    if (!begun.ok) return begun
    const numbers = await numbersFor(context, planned.length)
    const paperId = await paperOf(context, { ...begun.value, file, numbers })
    if (!paperId.ok) return paperId
    await insertBalances(context, { importId: begun.value.id, paperId: paperId.value, numbers, planned })
    const ids = [...new Set(planned.map(({ subpoena }) => subpoena.id))]
    await refreshCaches(tx, ids, today)
    const owed = addCents(...planned.map(({ row }) => row.balance))
    return accept({ number: begun.value.number, added: planned.length, settled: settled.length, owed })
  },
  tells: ({ file }, { number, added, owed }) => ({
    sentence: `Imported ${added.toLocaleString('en-US')} invoices with ${formatMoney(owed)} to pay, as ${number}`,
    facts: { import: number, file, owed },
  }),
})

async function numbersFor({ tx }: Context, count: number): Promise<{ sequence: number; number: string }[]> {
  const first = await takeNumbers(tx, 'opening-balance', count)
  return Array.from({ length: count }, (_, index) => ({
    sequence: first + index,
    number: running('OB', first + index),
  }))
}

type Numbers = Awaited<ReturnType<typeof numbersFor>>

/** One paper for all of them, which says where their own are not. */
async function paperOf(
  { tx, now, today }: Context,
  { number, file, numbers }: { number: string; file: string; numbers: Numbers },
) {
  const [first, last] = [numbers[0]?.number ?? '', numbers.at(-1)?.number ?? '']
  const letter = openingBalancesPaper({
    office: await officeRow(tx),
    number,
    on: today,
    first,
    last,
    sha256: file,
  })
  const { sequence, mac } = await historyHead(tx)
  const envelope = { to: [], sentBy: '', historyHead: `${sequence} ${mac.slice(0, 12)}` }
  const paper = drawn(() => letterPaper(letter, envelope, fontSet()))
  if (!paper.ok) return paper
  const about = { kind: 'opening-balances', subpoenaId: null, language: 'en', now } as const
  return accept(await keepPaper(tx, paper.value, about))
}

type Balances = {
  readonly importId: number
  readonly paperId: number
  readonly numbers: Numbers
  readonly planned: readonly PlannedInvoice[]
}

async function insertBalances(
  context: Context,
  { importId, paperId, numbers, planned }: Balances,
): Promise<void> {
  const { tx, actor, now, zone } = context
  const policy = await currentPolicy(tx)
  const rows = planned.map(({ row, subpoena, billToId }, index) => {
    const noon = instantOf(row.issuedOn, '12:00', zone)
    return {
      number: numbers[index]?.number ?? '',
      // No year is this one: what was issued elsewhere is in none of our series.
      year: 0,
      sequence: numbers[index]?.sequence ?? 0,
      subpoenaId: subpoena.id,
      billToId,
      feeScheduleId: policy.feeScheduleId,
      totalCents: row.balance,
      dueDays: policy.dueDays,
      issuedOn: row.issuedOn,
      issuedAt: Math.min(noon, now) as Instant,
      issuedById: actor.id,
      paperId,
      importId,
      formerNumber: row.formerNumber,
    }
  })
  const written = await inParts(rows, (part) =>
    tx.insert(invoices).values(part).returning({ id: invoices.id, number: invoices.number }),
  )
  const idOf = new Map(written.map(({ id, number }) => [number, id]))
  const each = planned.map(({ row }, index) => ({
    row,
    invoiceId: idOf.get(numbers[index]?.number ?? '') ?? 0,
  }))
  const lines = each.map(({ row, invoiceId }) => ({
    ...{
      invoiceId,
      ordinal: 1,
      kind: 'other' as const,
      workedOn: row.issuedOn,
      quantity: 1,
      cents: row.balance,
    },
    description: `Left of invoice ${row.formerNumber}${row.total === undefined ? '' : `, ${formatMoney(row.total)}`}`,
  }))
  await inParts(lines, (part) =>
    tx.insert(invoiceLines).values(part).returning({ id: invoiceLines.invoiceId }),
  )
  const receipts = each.flatMap(({ row, invoiceId }) => {
    if (!row.dueOn) return []
    const receivedOn = row.receivedOn ?? row.issuedOn
    const derivation = {
      ...{ rule: 'taken-over', version: 1, source: 'The old spreadsheet', calendars: [] },
      steps: [
        anchor(
          receivedOn,
          row.receivedOn ? 'Received, by the old spreadsheet' : 'Issued; no receipt was noted',
        ),
        answer(row.dueOn, 'Due, by the old spreadsheet'),
      ],
    }
    const by = { at: now, byId: actor.id }
    return [
      { ...by, invoiceId, receivedOn, basis: 'imported' as const, reason: '', dueOn: row.dueOn, derivation },
    ]
  })
  await inParts(receipts, (part) =>
    tx.insert(invoiceReceipts).values(part).returning({ id: invoiceReceipts.id }),
  )
}
