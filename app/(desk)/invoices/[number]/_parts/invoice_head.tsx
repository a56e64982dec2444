import type { ReactNode } from 'react'
import { LinkButton } from '#app/_ui/button.tsx'
import { Menu } from '#app/_ui/menu.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { StageLine, type StageStep } from '#app/_ui/stage_line.tsx'
import type { InvoicePage } from '#db/queries/invoice_page.ts'
import { daysAway, formatShort } from '#lib/calendar/format.ts'
import { formatMoney } from '#lib/money.ts'

/** Whose case it bills, what is left, the next step, and how far it has come. */
export function InvoiceHead({ invoice }: { invoice: InvoicePage }) {
  const { number, reference, court, caseNumber, caption, billTo, issuedBy, issuedOn, schedule } = invoice
  const { balance, total, today, former } = invoice
  const issued = `issued ${formatShort(issuedOn, today)}`
  return (
    <>
      <PageHead
        crumbs={[
          { label: 'Invoices', href: '/invoices' },
          { label: number },
          { label: `for ${reference}`, href: `/subpoenas/${reference}` },
          ...[court, caseNumber].filter((text) => text !== '').map((label) => ({ label })),
        ]}
        caption={caption || 'A case without a name'}
        under={
          former === null
            ? `Billed to ${billTo} · ${issued} by ${issuedBy} · ${schedule}`
            : `Billed to ${billTo} · ${issued} as ${former} · opening balance, taken over by ${issuedBy}`
        }
        figure={{
          value: formatMoney(balance),
          lines: [balance === total ? 'to pay' : `left of ${formatMoney(total)}`],
        }}
        nextWords={nextWords(invoice)}
        next={<Next invoice={invoice} />}
      />
      <StageLine steps={steps(invoice)} />
    </>
  )
}

/** By when, or that nothing is left to do. */
function nextWords({ state, receipts, sendings, today, askedWriteOff, former }: InvoicePage): ReactNode {
  const dueOn = receipts.at(-1)?.dueOn
  if (askedWriteOff) return 'A write-off waits for counsel'
  if (state === 'paid') return 'Nothing is left to pay'
  if (state === 'written-off') return 'What was left is written off'
  if (sendings.length === 0 && former === null) return 'It has not been sent yet'
  if (!dueOn) return 'Not due yet: nobody recorded its receipt'
  return (
    <>
      {state === 'overdue' ? 'Payment was due ' : 'Payment is due '}
      <b className={state === 'overdue' ? 'brick' : undefined}>
        {formatShort(dueOn, today)}, {daysAway(dueOn, today)}
      </b>
    </>
  )
}

function Next({ invoice }: { invoice: InvoicePage }) {
  const { number, mayBill, mayDecide, askedWriteOff, balance, sendings, receipts, actorId, former } = invoice
  const page = `/invoices/${number}`
  if (!mayBill) {
    return mayDecide && askedWriteOff && askedWriteOff.askedById !== actorId ? (
      <LinkButton look="filled" href={`${page}/write-off`}>
        Decide on the write-off
      </LinkButton>
    ) : null
  }
  const steps = [
    sendings.length === 0 && former === null && { href: `${page}/send`, words: 'Send it', keys: 's' },
    receipts.length === 0 && { href: `${page}/receipt`, words: 'Record its receipt', keys: 'r' },
    balance > 0 && { href: `${page}/payment`, words: 'Check received', keys: 'c' },
  ].filter((step) => step !== false)
  const [first, ...others] = balance > 0 ? steps : []
  return (
    <>
      {first ? (
        <LinkButton look="filled" href={first.href} keys={first.keys}>
          {first.words}
        </LinkButton>
      ) : null}
      <LinkButton href={`${page}/credit-memo`} keys="m">
        Credit memo
      </LinkButton>
      <Menu label="More" keys=".">
        {others.map((step) => (
          <a key={step.href} href={step.href} data-key={step.keys}>
            {step.words}
          </a>
        ))}
        {sendings.length > 0 ? <a href={`${page}/send`}>Send it again</a> : null}
        {receipts.length > 0 ? <a href={`${page}/receipt`}>Receipt was another day</a> : null}
        {balance > 0 ? <a href={`${page}/write-off`}>Write it off</a> : null}
      </Menu>
    </>
  )
}

/** Issued, sent, received, and how far it is paid. */
function steps({
  issuedOn,
  sendings,
  receipts,
  state,
  money,
  today,
  balance,
  total,
}: InvoicePage): StageStep[] {
  const received = receipts.at(-1)
  const sent = sendings.at(-1)
  const short = (day: Parameters<typeof formatShort>[0] | undefined) => day && formatShort(day, today)
  const settled = balance <= 0
  const partly = !settled && balance < total
  const now = settled ? 'paid' : partly ? 'partly' : received ? 'due' : sent ? 'sent' : 'issued'
  const reached = ['issued', 'sent', 'received', 'due', 'partly', 'paid']
  const at = reached.indexOf(now)
  const stateOf = (step: string) => {
    if (step === now) return 'now'
    return reached.indexOf(step) < at ? 'done' : 'ahead'
  }
  return [
    { name: 'Issued', detail: short(issuedOn), state: stateOf('issued') },
    { name: 'Sent', detail: short(sent?.sentOn), state: sent || at < 1 ? stateOf('sent') : 'ahead' },
    { name: 'Received', detail: short(received?.receivedOn), state: received ? 'done' : 'ahead' },
    partly
      ? { name: 'Partly paid', detail: short(money.at(-1)?.on), state: 'now', glyph: 'half-disc' }
      : {
          name: state === 'overdue' ? 'Overdue' : 'Due',
          detail: short(received?.dueOn),
          state: stateOf('due'),
          glyph: state === 'overdue' ? 'triangle' : 'half-disc',
        },
    {
      name: state === 'written-off' ? 'Written off' : 'Paid',
      state: settled ? 'now' : 'ahead',
      glyph: 'tick',
    },
  ]
}
