import { asc, eq, inArray, isNull } from 'drizzle-orm'
import { type Actor, mustBe } from '#lib/access/actor.ts'
import { yearOf } from '#lib/calendar/date.ts'
import { type Series, seriesNames } from '#lib/restoration/series.ts'
import { aboutMail, mailWords } from '../mail/row.ts'
import { counters, outbox, restorations } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { officeZone, todayOf } from './office.ts'

export type Restoration = typeof restorations.$inferSelect

/** The restoration at which no administrator has looked yet; null in an office that may write. */
export async function openRestoration(on: On): Promise<Restoration | null> {
  const [row] = await on.select().from(restorations).where(isNull(restorations.acceptedAt)).limit(1)
  return row ?? null
}

export type LastNumber = { readonly series: Series; readonly year: number; readonly last: number }

const mostShown = 500

/**
 * What an administrator looks at before a restored office works on: where the backup ends, the last numbers and the mail
 * that waits. Null in an office that came out of no backup, or was looked at.
 *
 * @throws NotAllowed for anybody else.
 */
export async function restoredOffice(actor: Actor) {
  mustBe(actor, ['administrator'])
  const on = reader()
  const restoration = await openRestoration(on)
  if (!restoration) return null
  const waiting = await on.select().from(outbox).where(eq(outbox.state, 'waiting')).orderBy(asc(outbox.id))
  const mail = []
  for (const row of waiting.slice(0, mostShown)) {
    const about = await aboutMail(on, row)
    const { messageId, createdAt } = row
    mail.push({ messageId, createdAt, words: mailWords(about), subpoena: about.subpoena })
  }
  return {
    restoration,
    numbers: await lastNumbers(on),
    mail,
    waiting: waiting.length,
    zone: await officeZone(on),
    today: await todayOf(on),
  }
}

/** The last number of each series in the last year that had one, and in this year. */
async function lastNumbers(on: On): Promise<LastNumber[]> {
  const thisYear = yearOf(await todayOf(on))
  const names = seriesNames.flatMap((name) => [`${name}-${thisYear}`, `${name}-${thisYear - 1}`])
  const known = new Map(
    (await on.select().from(counters).where(inArray(counters.name, names))).map(({ name, value }) => [
      name,
      value,
    ]),
  )
  return seriesNames.flatMap((name) =>
    [thisYear - 1, thisYear]
      .filter((year) => year === thisYear || known.has(`${name}-${year}`))
      .map((year) => ({ series: name, year, last: known.get(`${name}-${year}`) ?? 0 })),
  )
}
