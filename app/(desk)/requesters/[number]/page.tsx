import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { LinkButton } from '#app/_ui/button.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Pane, Panes } from '#app/_ui/panes.tsx'
import { changeRequester } from '#db/commands/requester.ts'
import { type RequesterPage, requesterPage } from '#db/queries/requesters.ts'
import { isPermitted } from '#lib/access/actor.ts'
import { formatMoney } from '#lib/money.ts'
import { type Asked, pageAsked } from '#lib/subpoena/list_filter.ts'
import { OpenInvoices } from './_parts/open_invoices.tsx'
import { Papers } from './_parts/papers.tsx'
import { Payments } from './_parts/payments.tsx'
import { WhoTheyAre } from './_parts/who_they_are.tsx'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).number }
}

/** One requester: who they are, what they served, what they owe. */
export default async function Requester({ params, searchParams }: Props) {
  const actor = await signedIn()
  const { number } = await params
  const page = await requesterPage(actor, number, pageAsked([(await searchParams).page].flat()[0] ?? ''))
  if (!page) notFound()
  const { requester, money } = page
  const mayChange = isPermitted(actor, changeRequester.may)
  return (
    <>
      <PageHead
        crumbs={[{ label: 'Requesters', href: '/requesters' }, { label: number }]}
        title={requester.name}
        under={papersInWords(page)}
        figure={money ? figureOf(money) : undefined}
        next={
          mayChange ? (
            <>
              <LinkButton href={`/requesters/${number}/edit`} keys="e">
                Change
              </LinkButton>
              <LinkButton href={`/requesters/${number}/contact`} keys="c">
                Add a contact
              </LinkButton>
            </>
          ) : undefined
        }
        ruled
      />
      <Panes layout="data-rail">
        <Pane kind="data">
          {money ? <OpenInvoices number={number} invoices={money.invoices} /> : null}
          {money ? <Payments payments={money.payments} today={page.today} /> : null}
          <Papers page={page} seesMoney={money !== null} />
        </Pane>
        <Pane kind="rail">
          <WhoTheyAre page={page} mayChange={mayChange} />
        </Pane>
      </Panes>
    </>
  )
}

function papersInWords({ papers: { total } }: RequesterPage): string {
  if (total === 0) return 'No paper of theirs has been logged.'
  return total === 1 ? 'One paper.' : `${total.toLocaleString('en-US')} papers.`
}

function figureOf({ invoices: { owed, overdue, counts } }: NonNullable<RequesterPage['money']>) {
  if (owed === 0) return { value: formatMoney(owed), lines: ['nothing is owed'] }
  const open = counts.open === 1 ? 'on 1 invoice' : `on ${counts.open} invoices`
  return {
    value: formatMoney(owed),
    lines: [`owed ${open}`, ...(overdue > 0 ? [`${formatMoney(overdue)} overdue`] : [])],
  }
}
