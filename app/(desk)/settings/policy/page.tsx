import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { LinkButton } from '#app/_ui/button.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { InstantText } from '#app/_ui/values.tsx'
import { officeZone, todayOf } from '#db/queries/office.ts'
import { policyVersions } from '#db/queries/settings.ts'
import { reader } from '#db/tx.ts'
import { isPermitted } from '#lib/access/actor.ts'
import { formatTime } from '#lib/calendar/format.ts'
import { formatMoney } from '#lib/money.ts'
import { SettingsTabs } from '../_parts/settings_tabs.tsx'

export const metadata: Metadata = { title: 'Policy' }

export default async function PolicyPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const actor = await signedIn()
  const versions = await policyVersions(actor)
  const [zone, today] = [await officeZone(reader()), await todayOf(reader())]
  const isDone = (await searchParams).done === 'made'
  return (
    <>
      <PageHead
        title="Policy"
        under="Each subpoena is handled under the version that stood when it was received. A new version is for those that come after it."
        aside={<SettingsTabs current="/settings/policy" />}
        next={
          isPermitted(actor, ['administrator']) ? (
            <LinkButton href="/settings/policy/new" look="filled">
              Make a new version
            </LinkButton>
          ) : undefined
        }
        ruled
      />
      <PageBody>
        {isDone ? (
          <Callout tone="done">Made. Papers received from now on are handled under it.</Callout>
        ) : null}
        <LedgerTable
          caption="Versions of the policy, the newest first"
          columns={[
            { head: 'Version' },
            { head: 'Hold', nowrap: true },
            { head: 'From notice', nowrap: true, hideOnPhone: true },
            { head: 'Mail', hideOnPhone: true },
            { head: 'Desk closes', hideOnPhone: true, nowrap: true },
            { head: 'To pay', nowrap: true },
            { head: 'Research, an hour', align: 'end' },
            { head: 'A page', align: 'end', hideOnPhone: true },
            { head: 'FedEx', align: 'end', hideOnPhone: true },
            { head: 'Testimony, an hour', align: 'end', hideOnPhone: true },
            { head: 'Why and when', hideOnPhone: true },
          ]}
          rows={versions.map(({ policy, schedule }) => ({
            key: String(policy.version),
            cells: [
              policy.version,
              `${policy.holdDays} days`,
              `${policy.noticeDays} days`,
              `${policy.mailDays} days`,
              policy.cutoff ? formatTime(policy.cutoff) : 'at midnight',
              `${policy.dueDays} days`,
              formatMoney(schedule.researchCentsPerHour),
              formatMoney(schedule.pageCents),
              formatMoney(schedule.parcelCents),
              schedule.testimonyCentsPerHour === null
                ? 'No rate'
                : formatMoney(schedule.testimonyCentsPerHour),
              <span key="why">
                {policy.reason}
                <span className="under">
                  <InstantText at={policy.createdAt} zone={zone} today={today} />
                </span>
              </span>,
            ],
          }))}
        />
      </PageBody>
    </>
  )
}
