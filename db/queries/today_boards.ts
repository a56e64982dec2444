import { inArray } from 'drizzle-orm'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { type CollisionLine, collisionLine } from '#lib/clocks/collision.ts'
import type { Row, Sight } from '#lib/today/board.ts'
import { type ClockItem, caseClocks, paymentItems } from '#lib/today/fortnight.ts'
import { mailTask } from '#lib/today/mail_tasks.ts'
import { moneyTasks } from '#lib/today/money_tasks.ts'
import { isOnToday, type Task } from '#lib/today/task.ts'
import { caseTasks } from '#lib/today/tasks.ts'
import { subpoenas } from '../schema.ts'
import type { On } from '../tx.ts'
import { inBatches } from './in_batches.ts'
import { lostMail } from './lost_mail.ts'
import { moneyFilesOf } from './money_files.ts'
import { type Moment, openCases, openMoneyIds } from './open_cases.ts'

/** What one kind of things asks of people today, and its days on the strip. */
export type Board = {
  readonly rows: readonly Row[]
  readonly clocks: readonly ClockItem[]
  readonly collisions: readonly CollisionLine[]
}

/** What cases ask for; for those who see cases. */
export async function caseBoard(on: On, moment: Moment): Promise<Board> {
  const cases = await openCases(on, moment)
  const names = await namesOf(on, [...cases.keys()])
  const list = [...cases.values()]
  return {
    rows: [...cases].flatMap(([id, one]) =>
      standing(caseTasks(one), moment.today).map((task) => rowOf(names.get(id), 'case', task)),
    ),
    clocks: list.flatMap(caseClocks),
    collisions: list.flatMap((one) => collisionLine(one) ?? []),
  }
}

/** What money asks for; for those who see money. */
export async function moneyBoard(on: On, moment: Moment): Promise<Board> {
  const files = await moneyFilesOf(on, await openMoneyIds(on), moment)
  const names = await namesOf(on, [...files.keys()])
  return {
    rows: [...files].flatMap(([id, file]) =>
      standing(moneyTasks(file, moment.today), moment.today).map((task) =>
        rowOf(names.get(id), 'money', task, invoiceIn(task.href)),
      ),
    ),
    clocks: [...files.values()].flatMap(({ invoices }) => paymentItems(invoices, moment.today)),
    collisions: [],
  }
}

const sightOf: Partial<Record<string, Sight>> = { invoice: 'money', 'sign-in': 'office' }

/** Mail that did not arrive; each for those who see what it carried. */
export async function mailBoard(on: On, moment: Moment): Promise<Board> {
  const mail = await lostMail(on, moment.zone)
  const names = await namesOf(
    on,
    mail.flatMap(({ subpoenaId }) => subpoenaId ?? []),
  )
  const rows = mail.map((lost) =>
    rowOf(names.get(lost.subpoenaId ?? 0), sightOf[lost.kind] ?? 'case', mailTask(lost), lost.invoice),
  )
  return { rows, clocks: [], collisions: [] }
}

const standing = (tasks: readonly Task[], today: CalendarDate) =>
  tasks.filter((task) => isOnToday(task, today))

const invoiceIn = (href: string) => /^\/invoices\/((?:INV|OB)-[\d-]+)/.exec(href)?.[1] ?? null

type Named = Pick<Row, 'reference' | 'caption' | 'under' | 'assigneeId'>

function rowOf(named: Named | undefined, sight: Sight, task: Task, invoice: string | null = null): Row {
  return {
    ...task,
    sight,
    openHref: invoice ? `/invoices/${invoice}` : named ? `/subpoenas/${named.reference}` : null,
    reference: invoice ?? named?.reference ?? 'Mail',
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
