import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Empty } from '#app/_ui/messages.tsx'
import { Heading, PageBody } from '#app/_ui/panes.tsx'
import { DateText, DaysAway } from '#app/_ui/values.tsx'
import type { TodayPage } from '#db/queries/today.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { type Clock, clocks } from '#lib/today/fortnight.ts'

const states = { late: 'Late', collides: 'Collides', done: 'Done', stayed: 'Stayed' } as const

/** The list behind one row of the strip, or behind one of its days. */
export function ClockList({ page, clock, on }: { page: TodayPage; clock: Clock; on: string | undefined }) {
  const { today } = page
  const items = (page.clocks.get(clock) ?? [])
    .filter((item) => on === undefined || item.on === on)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const day = items[0] && on ? `, ${formatShort(items[0].on, today)}` : ''
  return (
    <PageBody>
      <Heading level={2} aside={<a href="/today">All of today</a>}>
        {clocks[clock]}
        {day}: {items.length}
      </Heading>
      <LedgerTable
        caption={`${clocks[clock]}${day}`}
        columns={[{ head: 'Number' }, { head: 'Day' }, { head: 'How far' }, { head: 'State' }]}
        rows={items.map((item) => ({
          key: `${item.words} ${item.on}`,
          reachable: true,
          cells: [
            <a key="number" href={item.href} data-next="" data-open="">
              {item.reference}
            </a>,
            <DateText key="day" date={item.on} today={today} />,
            <DaysAway key="away" date={item.on} today={today} />,
            item.state ? states[item.state] : '',
          ],
        }))}
        empty={<Empty title="Nothing falls on this day.">The strip above shows the others.</Empty>}
      />
    </PageBody>
  )
}
