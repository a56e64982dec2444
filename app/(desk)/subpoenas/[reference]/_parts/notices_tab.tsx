import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Empty } from '#app/_ui/messages.tsx'
import { Heading } from '#app/_ui/panes.tsx'
import { DateText } from '#app/_ui/values.tsx'
import { caseHead } from '#db/queries/case_head.ts'
import { type BarLine, barsOf, endedLetters, noticesOf } from '#db/queries/notices.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { DeliveryMark, DeliveryWhen } from './delivery_words.tsx'

const languages: Record<string, string> = { en: 'English', ko: 'Korean', sv: 'Swedish' }

/** The notices of a subpoena and how far each came, and the orders that forbid one. */
export async function NoticesTab({ actor, reference }: { actor: Actor; reference: string }) {
  const head = await caseHead(actor, reference)
  if (!head) return null
  const { today, zone } = head
  const notices = await noticesOf(actor, reference)
  const bars = await barsOf(actor, reference)
  return (
    <>
      <LedgerTable
        caption="Notices to subscribers"
        spaced
        empty={
          <Empty title="Nobody was told yet.">
            Once the paper is accepted and a subscriber is found,{' '}
            <a href={`/subpoenas/${reference}/notice`}>send the notice</a>. The hold has no end before one
            takes effect.
          </Empty>
        }
        columns={[
          { head: 'Notice' },
          { head: 'Delivery' },
          { head: 'Takes effect' },
          { head: 'Last day printed' },
        ]}
        rows={notices.map((notice) => ({
          key: notice.number,
          reachable: true,
          cells: [
            <span key="notice">
              <a href={`/subpoenas/${reference}/notices/${notice.number}`} data-open="" data-next="">
                Notice {notice.number}
              </a>
              <span className="under">
                to {notice.subscriber}, about {targetLetters(notice.targets)}, {languages[notice.language]}
                {notice.copyEnclosed ? ', with a copy of the paper' : ''}
              </span>
            </span>,
            <span key="delivery">
              <DeliveryMark notice={notice} />
              <span className="under">
                <DeliveryWhen notice={notice} today={today} zone={zone} />
              </span>
            </span>,
            notice.effectiveOn && notice.delivery !== 'failed' ? (
              <DateText key="effective" date={notice.effectiveOn} today={today} />
            ) : (
              'Not yet'
            ),
            <DateText key="last" date={notice.lastDayOn} today={today} />,
          ],
        }))}
      />
      <Ended letters={await endedLetters(actor, reference)} reference={reference} today={today} />
      {bars.length > 0 ? (
        <>
          <Heading aside={<a href={`/subpoenas/${reference}/bar`}>Put an order on file</a>}>
            Orders that forbid a notice
          </Heading>
          <Bars bars={bars} reference={reference} today={today} />
        </>
      ) : null}
    </>
  )
}

type EndedLetter = Awaited<ReturnType<typeof endedLetters>>[number]

/** Who was told that the paper has ended. A letter on paper is printed by who may see whom it names. */
function Ended({
  letters,
  reference,
  today,
}: {
  letters: EndedLetter[]
  reference: string
  today: CalendarDate
}) {
  if (letters.length === 0) return null
  return (
    <>
      <Heading>Told that it has ended</Heading>
      <ul className="space-y-2">
        {letters.map(({ number, subscriber, on, mail }) => (
          <li key={number}>
            <a href={`/subpoenas/${reference}/told/${number}/paper.pdf`}>Letter to {subscriber}</a>,{' '}
            <DateText date={on} today={today} />: {endedWords(mail)}
          </li>
        ))}
      </ul>
    </>
  )
}

function endedWords(mail: EndedLetter['mail']): string {
  if (mail === null) return 'on paper, print it and post it'
  if (mail === 'sent') return 'by e-mail'
  return mail === 'waiting' ? 'its e-mail waits to be sent' : 'its e-mail did not go, see Mail'
}

/** The orders on file, with what became of each. */
export function Bars({
  bars,
  reference,
  today,
}: {
  bars: readonly BarLine[]
  reference: string
  today: CalendarDate
}) {
  return (
    <ul className="space-y-2">
      {bars.map((bar) => (
        <li key={bar.number}>
          <b>Order {bar.number}</b> about {targetLetters(bar.targets)},{' '}
          {bar.endsOn ? (
            <>
              to <DateText date={bar.endsOn} today={today} />
            </>
          ) : (
            'until it is lifted'
          )}
          . {bar.reason} <a href={`/subpoenas/${reference}/files/${bar.file}`}>The order</a>
          {bar.liftedAt === null ? null : <span className="second"> Lifted: {bar.liftedWhy}</span>}
        </li>
      ))}
    </ul>
  )
}
