import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { LinkButton } from '#app/_ui/button.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { InstantText } from '#app/_ui/values.tsx'
import { officeZone, todayOf } from '#db/queries/office.ts'
import { type PersonLine, peopleOfOffice } from '#db/queries/people.ts'
import { reader } from '#db/tx.ts'
import { isPermitted } from '#lib/access/actor.ts'
import { labelOf } from '#lib/kinds.ts'
import { SettingsTabs } from '../_parts/settings_tabs.tsx'
import { PersonState } from './_parts/person_state.tsx'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const actor = await signedIn()
  const people = await peopleOfOffice(actor)
  const [zone, today] = [await officeZone(reader()), await todayOf(reader())]
  const atWork = people.filter(({ state }) => state === 'active' || state === 'resting')
  return (
    <>
      <PageHead
        title="People"
        under="Who works here, as what. What a person did stays theirs, also when they are disabled."
        aside={<SettingsTabs current="/settings/people" />}
        next={
          isPermitted(actor, ['administrator']) ? (
            <LinkButton href="/settings/people/invite" look="filled">
              Invite a person
            </LinkButton>
          ) : undefined
        }
        ruled
      />
      <PageBody>
        {atWork.length < 2 ? (
          <div className="mb-4 max-w-3xl">
            <Callout tone="soon">
              An office needs at least two people: whoever prepares a production does not release it, and
              whoever asks for an early release does not approve it.
            </Callout>
          </div>
        ) : null}
        <LedgerTable
          caption="The people of this office"
          columns={[
            { head: 'Name' },
            { head: 'Roles' },
            { head: 'E-mail', hideOnPhone: true },
            { head: 'State' },
            { head: 'Last seen', hideOnPhone: true },
          ]}
          rows={people.map((person) => ({
            key: person.name,
            reachable: true,
            cells: [
              <a key="name" href={hrefOf(person)} data-open="" data-next="">
                {person.name}
              </a>,
              person.roles.map((role) => labelOf('roles', role)).join(', '),
              person.email,
              <PersonState key="state" person={person} />,
              person.lastSeenAt === null ? (
                'Never'
              ) : (
                <InstantText key="seen" at={person.lastSeenAt} zone={zone} today={today} />
              ),
            ],
          }))}
        />
      </PageBody>
    </>
  )
}

const hrefOf = ({ name }: PersonLine) => `/settings/people/${encodeURIComponent(name)}`
