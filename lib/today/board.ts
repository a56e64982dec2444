import { type Actor, caseReaders, isPermitted, moneyReaders, type Permission } from '#lib/access/actor.ts'
import { mayDo } from './next_step.ts'
import { byDay, type Group, groupOrder, groups, type Task } from './task.ts'

/** Who may see a row: those who see the case, those who see money, or those who keep the office itself. */
export type Sight = 'case' | 'money' | 'office'

/** A task with the thing that it is about, as Today lists it. */
export type Row = Task & {
  readonly sight: Sight
  /** S-2026-00042, or the number of an invoice. */
  readonly reference: string
  /** The page of the thing itself; null where there is none. */
  readonly openHref: string | null
  readonly caption: string | null
  /** Court and case number. */
  readonly under: string
  readonly assigneeId: number | null
}

export type Whose = 'everyone' | 'mine' | 'unassigned'

const sights: Record<Sight, readonly Permission[]> = {
  case: caseReaders,
  money: moneyReaders,
  office: ['administrator', 'auditor'],
}

/** The rows that an actor sees. Where the step is not theirs, it leads to the thing itself and not to a refusal. */
export function rowsFor(rows: readonly Row[], actor: Actor): Row[] {
  return rows
    .filter(({ sight }) => isPermitted(actor, sights[sight]))
    .map((row) => (mayDo(actor, row) || row.openHref === null ? row : { ...row, href: row.openHref }))
}

export function isWhose(row: Pick<Row, 'assigneeId'>, whose: Whose, actor: Actor): boolean {
  if (whose === 'everyone') return true
  return whose === 'mine' ? row.assigneeId === actor.id : row.assigneeId === null
}

export type RowGroup = { readonly group: Group; readonly name: string; readonly rows: readonly Row[] }

/** The groups that have rows, in their order; within one the sooner due first. */
export function grouped(rows: readonly Row[]): RowGroup[] {
  const byGroup = new Map<Group, Row[]>()
  for (const row of rows) {
    const own = byGroup.get(row.group)
    if (own) own.push(row)
    else byGroup.set(row.group, [row])
  }
  return groupOrder.flatMap((group) => {
    const own = byGroup.get(group)
    if (!own) return []
    own.sort((a, b) => byDay(a, b) || (a.reference < b.reference ? -1 : 1))
    return [{ group, name: groups[group], rows: own }]
  })
}
