import { eq } from 'drizzle-orm'
import { calendarDate } from '#lib/calendar/date.ts'
import { changeOffice, removeHoliday } from '../../commands/settings.ts'
import { closeSubpoena, reopenSubpoena } from '../../commands/subpoena/close.ts'
import { changeSubscriber } from '../../commands/subscriber/change.ts'
import { splitTarget } from '../../commands/target.ts'
import { officeRow } from '../../queries/office.ts'
import { holidays, subscribers } from '../../schema.ts'
import { reader } from '../../tx.ts'
import { isQuashed } from './oracle.ts'
import { type Deed, noted, pick, reason } from './world.ts'

/** What people change about a case and an office while a hold runs. */
export const changedDeeds = {
  /** What holds the whole back holds its parts back. */
  async split({ office, subpoena: { reference }, told }, { targets }) {
    const [target = 1] = targets
    const input = { reference, target, periods: 'October 2025\nNovember 2025' }
    noted(await splitTarget(office.actors.custodian, input), ({ parts }) => {
      for (const part of parts) told.owners.set(part, null)
      const bars = told.bars.filter(({ lifted }) => !lifted)
      const open = told.objections.filter(({ outcome }) => outcome === null)
      for (const one of [...bars, ...open]) {
        if (one.targets.includes(target)) one.targets = [...one.targets, ...parts]
      }
    })
  },
  /** A correction that concerns no address: what was told before still counts. */
  async correct({ office, subpoena: { reference }, subscribers: known }, { either }) {
    const number = known[either ? 0 : 1]
    const [row] = await reader().select().from(subscribers).where(eq(subscribers.number, number))
    if (!row) return
    const { id: _, number: subscriber, createdAt, namePrinted, addressPrinted, language, ...given } = row
    const printed = { namePrinted: namePrinted ?? '', addressPrinted: addressPrinted ?? '' }
    const other = language === 'en' ? ('sv' as const) : ('en' as const)
    const input = { reference, subscriber, ...given, ...printed, language: other, noticeReached: '' as const }
    await changeSubscriber(office.actors.custodian, input)
  },
  /** Not over what was released, has not left and still may. */
  async close({ office, subpoena: { reference }, told, counts }) {
    noted(await closeSubpoena(office.actors.intake, { reference }), () => {
      for (const { state, hasLeft, targets } of told.productions) {
        const isOver = told.judgement === 'withdrawn' || targets.some((target) => isQuashed(told, target))
        if (state === 'released' && !hasLeft && !isOver) throw new Error('Closed over what has not left.')
      }
      told.closed = true
      counts.closed += 1
    })
  },
  async reopen({ office, subpoena: { reference }, told }) {
    noted(await reopenSubpoena(office.actors.counsel, { reference, reason }), () => {
      if (!told.closed) told.judgement = null
      told.closed = false
    })
  },
  /** A day on which nobody works becomes a day like others; what was told to a subscriber stays so. */
  async removeHoliday({ office, told }, { which }) {
    const day = pick([...told.holidays], which)
    if (!day) return
    const date = calendarDate(day)
    for (const calendar of ['federal', 'california'] as const) {
      await removeHoliday(office.actors.administrator, { calendar, date })
    }
    const rows = await reader().select().from(holidays).where(eq(holidays.date, date))
    if (rows.every(({ removed }) => removed)) told.holidays.delete(day)
    told.wasMoved = true
  },
  async moveOffice({ office, told, counts }, { either }) {
    const { id: _, ...row } = await officeRow(reader())
    const { name, department, address, phone, fax, email, payee, paperSize, version } = row
    const timeZone = either ? 'Asia/Seoul' : 'Pacific/Honolulu'
    const given = { name, department, address, phone, fax, email, payee, paperSize, version, timeZone }
    noted(await changeOffice(office.actors.administrator, given), () => {
      told.zone = timeZone
      told.wasMoved = true
      counts.moved += 1
    })
  },
} satisfies Record<string, Deed>
