import { Empty } from '#app/_ui/messages.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import type { TodayPage } from '#db/queries/today.ts'
import { type Actor, caseReaders, isPermitted, moneyReaders } from '#lib/access/actor.ts'
import { formatShort } from '#lib/calendar/format.ts'
import type { Whose } from '#lib/today/board.ts'
import { type Clock, type ClockItem, shortOf } from '#lib/today/fortnight.ts'

const happens: Record<Clock, string> = {
  holds: 'the hold ends of',
  own: 'our own objection day of',
  compliance: 'the compliance day of',
  payments: 'the payment is due of',
}

/** The list is empty: what comes next by itself, and what will bring rows here. */
export function NothingNeedsAPerson({ page, whose, actor }: { page: TodayPage; whose: Whose; actor: Actor }) {
  if (whose !== 'everyone' && page.counts.everyone > 0) {
    return (
      <PageBody>
        <Empty title={whose === 'mine' ? 'Nothing waits for you.' : 'Everything has somebody.'}>
          <a href="/today">
            {page.counts.everyone} {page.counts.everyone === 1 ? 'thing waits' : 'things wait'} for others
          </a>
          . A subpoena is yours once it is assigned to you.
        </Empty>
      </PageBody>
    )
  }
  const next = nextOf(page)
  return (
    <PageBody>
      <Empty title="Nothing needs a person.">
        {next ? (
          <>
            The next clock is {formatShort(next.on, page.today)}: {happens[next.clock]}{' '}
            <a href={next.href}>{shortOf(next.reference, page.today)}</a>.{' '}
          </>
        ) : null}
        <WhatComes actor={actor} />
      </Empty>
    </PageBody>
  )
}

function WhatComes({ actor }: { actor: Actor }) {
  if (isPermitted(actor, ['intake'])) {
    return (
      <>
        A paper that came is <a href="/subpoenas/new">logged first</a>; what it then asks of whom appears
        here, with the day by which.
      </>
    )
  }
  if (isPermitted(actor, caseReaders))
    return 'What a logged paper asks of whom appears here, with the day by which.'
  if (isPermitted(actor, moneyReaders)) {
    return 'Work to bill, invoices to send, receipts to record and payments that are late appear here.'
  }
  return 'Invitations and resets whose mail did not arrive appear here. Cases are not for administrators.'
}

/** The first day from today on at which a clock runs out. */
function nextOf({ clocks, today }: TodayPage): ClockItem | undefined {
  return [...clocks.values()]
    .flat()
    .filter(({ on, state }) => on >= today && state !== 'done')
    .sort((a, b) => (a.on < b.on ? -1 : 1))[0]
}
