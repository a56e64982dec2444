import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Empty } from '#app/_ui/messages.tsx'
import { Heading } from '#app/_ui/panes.tsx'
import { Mark } from '#app/_ui/states.tsx'
import { InstantText } from '#app/_ui/values.tsx'
import { labelOf } from '#lib/kinds.ts'
import type { Review } from './checklist.tsx'

const marks = {
  passed: { glyph: 'tick', words: 'Passed' },
  failed: { glyph: 'barred-circle', words: 'Failed', tone: 'brick' },
  'not-applicable': { glyph: 'ring', words: 'Not applicable' },
} as const

/** The checklist as it was judged, for those who read it. */
export function CheckedList({ review: { checks, zone, today } }: { review: Review }) {
  return (
    <>
      <Heading level={2}>Checklist</Heading>
      <LedgerTable
        caption="Checklist"
        columns={[{ head: 'Item' }, { head: 'Judged' }, { head: 'Note' }, { head: 'By', hideOnPhone: true }]}
        rows={checks.map(({ item, result, note, by, at }) => ({
          key: item,
          cells: [
            labelOf('checkItems', item),
            <Mark key="result" {...marks[result]} />,
            note,
            <span key="by">
              {by}, <InstantText at={at} zone={zone} today={today} />
            </span>,
          ],
        }))}
        empty={
          <Empty title="Nothing is judged yet.">Intake or counsel goes through the checklist first.</Empty>
        }
      />
    </>
  )
}
