import { LinkButton } from '#app/_ui/button.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Empty } from '#app/_ui/messages.tsx'
import { Heading } from '#app/_ui/panes.tsx'
import { DateText, Money } from '#app/_ui/values.tsx'
import { addCharge } from '#db/commands/charge.ts'
import { recordResearch } from '#db/commands/research.ts'
import { chargesOf } from '#db/queries/charges.ts'
import { researchOf } from '#db/queries/research.ts'
import { type Actor, isPermitted, moneyReaders } from '#lib/access/actor.ts'
import { minutesWords } from '#lib/billing/quantity.ts'
import { ChargesTable } from './charges_table.tsx'

/** What was searched and how long, and what the work will come to. */
export async function ResearchTab({ actor, reference }: { actor: Actor; reference: string }) {
  const { entries, today } = await researchOf(actor, reference)
  const charges = await chargesOf(actor, reference)
  const page = `/subpoenas/${reference}`
  const minutes = entries
    .filter((entry) => entry.droppedAt === null)
    .reduce((sum, one) => sum + one.minutes, 0)
  return (
    <>
      <Heading aside={minutes > 0 ? minutesWords(minutes) : null}>Research</Heading>
      <LedgerTable
        caption="Research"
        columns={[
          { head: 'Day' },
          { head: 'Searched' },
          { head: 'Who', hideOnPhone: true },
          { head: 'Time', align: 'end' },
        ]}
        rows={entries.map((entry) => ({
          key: entry.number,
          cells: [
            <DateText key="day" date={entry.workedOn} today={today} />,
            <span key="searched">
              {entry.searched}
              <span className="under">
                {entry.droppedAt === null ? `on the invoice: ${entry.billedAs}` : 'not billed'}
              </span>
            </span>,
            entry.by,
            minutesWords(entry.minutes),
          ],
        }))}
        empty={
          <Empty title="No research yet.">What is searched is recorded in minutes, and makes a charge.</Empty>
        }
      />
      {isPermitted(actor, recordResearch.may) ? (
        <p className="mt-3">
          <LinkButton href={`${page}/research`}>Record research</LinkButton>
        </p>
      ) : null}
      {charges && charges.charges.length > 0 ? (
        <>
          <Heading aside={charges.draft ? <Money amount={charges.draft.total} /> : charges.cannotBill}>
            {charges.draft ? 'Charges, not billed' : 'Charges'}
          </Heading>
          <ChargesTable
            reference={reference}
            charges={charges.charges}
            today={today}
            seesMoney={isPermitted(actor, moneyReaders)}
            mayDrop={isPermitted(actor, ['custodian', 'counsel', 'billing'])}
          />
        </>
      ) : null}
      {isPermitted(actor, addCharge.may) ? (
        <p className="mt-3">
          <a href={`${page}/charge`}>Add a charge</a>
        </p>
      ) : null}
    </>
  )
}
