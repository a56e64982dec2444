import { inArray } from 'drizzle-orm'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Row, Sight } from '#lib/today/board.ts'
import type { CaseToday } from '#lib/today/case_file.ts'
import { mailTask } from '#lib/today/mail_tasks.ts'
import { type MoneyFile, moneyTasks } from '#lib/today/money_tasks.ts'
import { isOnToday, type Task } from '#lib/today/task.ts'
import { caseTasks } from '#lib/today/tasks.ts'
import { subpoenas } from '../schema.ts'
import type { On } from '../tx.ts'
import { inBatches } from './in_batches.ts'
import type { LostMailRow } from './lost_mail.ts'

type Named = Pick<Row, 'reference' | 'caption' | 'under' | 'assigneeId'>

/** Everything that needs a person today, for whoever may see it: cases, money and mail. */
export async function todayRows(
  on: On,
  found: {
    readonly cases: ReadonlyMap<number, CaseToday>
    readonly money: ReadonlyMap<number, MoneyFile>
    readonly mail: readonly LostMailRow[]
  },
  today: CalendarDate,
): Promise<Row[]> {
  const { cases, money, mail } = found
  const mailed = mail.flatMap(({ subpoenaId }) => subpoenaId ?? [])
  const names = await namesOf(on, [...new Set([...cases.keys(), ...money.keys(), ...mailed])])
  const rows: Row[] = []
  const add = (id: number | null, sight: Sight, task: Task, invoice: string | null = null) => {
    if (isOnToday(task, today))
      rows.push(rowOf(id === null ? undefined : names.get(id), sight, task, invoice))
  }
  for (const [id, one] of cases) for (const task of caseTasks(one)) add(id, 'case', task)
  for (const [id, file] of money) {
    for (const task of moneyTasks(file, today)) add(id, 'money', task, invoiceIn(task.href))
  }
  for (const lost of mail) {
    const sight = lost.kind === 'invoice' ? 'money' : lost.kind === 'sign-in' ? 'office' : 'case'
    add(lost.subpoenaId, sight, mailTask(lost), lost.invoice)
  }
  return rows
}

const invoiceIn = (href: string) => /^\/invoices\/(INV-[\d-]+)/.exec(href)?.[1] ?? null

function rowOf(named: Named | undefined, sight: Sight, task: Task, invoice: string | null): Row {
  const thing = invoice ?? named?.reference ?? 'Mail'
  const openHref = invoice ? `/invoices/${invoice}` : named ? `/subpoenas/${named.reference}` : null
  return {
    ...task,
    sight,
    openHref,
    reference: thing,
    caption: named?.caption ?? null,
    under: named?.under ?? '',
    assigneeId: named?.assigneeId ?? null,
  }
}

async function namesOf(on: On, ids: readonly number[]): Promise<Map<number, Named>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({
        id: subpoenas.id,
        reference: subpoenas.reference,
        caption: subpoenas.caption,
        court: subpoenas.court,
        caseNumber: subpoenas.caseNumber,
        assigneeId: subpoenas.assigneeId,
      })
      .from(subpoenas)
      .where(inArray(subpoenas.id, batch)),
  )
  return new Map(
    rows.map(({ id, court, caseNumber, ...named }) => [
      id,
      { ...named, under: [court, caseNumber].filter(Boolean).join(' ') },
    ]),
  )
}
