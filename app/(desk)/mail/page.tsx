import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Callout, Empty } from '#app/_ui/messages.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { Tabs } from '#app/_ui/tabs.tsx'
import { InstantText } from '#app/_ui/values.tsx'
import { theOffice } from '#db/open_office.ts'
import { type MailLine, mailPage, mailPageSize } from '#db/queries/mail.ts'
import { officeZone, todayOf } from '#db/queries/office.ts'
import { theDesk } from '#db/the_desk.ts'
import { reader } from '#db/tx.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { mailHref, mailQuery, mailTabs, oneMailHref } from './mail_query.ts'
import { MailMark, mailTitle } from './mail_words.tsx'

export const metadata: Metadata = { title: 'Mail' }

type Asked = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function MailPage({ searchParams }: Asked) {
  const actor = await signedIn()
  const query = mailQuery(await searchParams)
  const { rows, total, counts } = await mailPage(actor, query)
  const moment = { zone: await officeZone(reader()), today: await todayOf(reader()) }
  return (
    <>
      <PageHead title="Mail" inline="What waits, what went and what did not arrive." ruled />
      <PageBody>
        <NoServer />
        <Tabs
          label="Mail by state"
          current={mailHref(query.state)}
          tabs={mailTabs.map(({ state, label }) => ({
            label,
            href: mailHref(state),
            count: state === null ? undefined : counts[state] || undefined,
          }))}
        />
        <LedgerTable
          caption="Mail, the newest first"
          spaced
          empty={
            <Empty title="No mail here.">
              Notices, letters and invoices that go by e-mail wait here until the mail server has taken them;
              its answer is kept as proof.
            </Empty>
          }
          columns={[
            { head: 'Mail' },
            { head: 'State' },
            { head: 'Written', hideOnPhone: true },
            { head: 'Server’s answer', hideOnPhone: true },
          ]}
          rows={rows.map((mail) => ({ key: mail.messageId, reachable: true, cells: cells(mail, moment) }))}
        />
        <Pager
          page={query.page}
          pageSize={mailPageSize}
          total={total}
          hrefOf={(page) => mailHref(query.state, page)}
        />
      </PageBody>
    </>
  )
}

function cells(mail: MailLine, { zone, today }: { zone: string; today: CalendarDate }) {
  return [
    <span key="mail">
      <a href={oneMailHref(mail.messageId)} data-open="" data-next="">
        {mailTitle(mail)}
      </a>
      <span className="under">
        {mail.reference ? `${mail.reference} · ` : ''}
        {mail.subject}
      </span>
    </span>,
    <span key="state">
      <MailMark mail={mail} />
      {mail.state === 'waiting' && mail.tries > 0 ? (
        <span className="under">
          tried {mail.tries === 1 ? 'once' : `${mail.tries} times`}, next{' '}
          <InstantText at={mail.nextTryAt} zone={zone} today={today} />
        </span>
      ) : null}
      {mail.sentAt ? (
        <span className="under">
          <InstantText at={mail.sentAt} zone={zone} today={today} />
        </span>
      ) : null}
    </span>,
    <span key="written">
      <InstantText at={mail.createdAt} zone={zone} today={today} />
      <span className="under">{mail.by}</span>
    </span>,
    mail.reply,
  ]
}

/** Where no mail leaves, the page says so: a file is no delivery. */
function NoServer() {
  if (theOffice().kind === 'sample') {
    return (
      <Callout>
        This is the sample office: it sends no mail. What waits is written to files, which is no delivery.
      </Callout>
    )
  }
  if (theDesk().smtpUrl !== null) return null
  return (
    <Callout tone="soon">
      No mail server is set (SMTP_URL). Mail is written to files in the folder <b>mail</b> of the office; that
      is no delivery and starts nothing. A person may record how a notice was delivered.
    </Callout>
  )
}
