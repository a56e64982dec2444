import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { shownOnce } from '#app/_auth/shown_once.ts'
import { Button } from '#app/_ui/button.tsx'
import { Callout, Empty } from '#app/_ui/messages.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { machinesOfOffice } from '#db/queries/machines.ts'
import { officeZone, todayOf } from '#db/queries/office.ts'
import { reader } from '#db/tx.ts'
import { isPermitted } from '#lib/access/actor.ts'
import { SettingsTabs } from '../_parts/settings_tabs.tsx'
import { tokenKeptAction } from './actions.ts'
import { Machine } from './machine.tsx'
import { MakeToken } from './make_token.tsx'

export const metadata: Metadata = { title: 'Machines' }

type Asked = { searchParams: Promise<{ done?: string | string[] }> }

export default async function MachinesPage({ searchParams }: Asked) {
  const actor = await signedIn()
  const machines = await machinesOfOffice(actor)
  const [zone, today] = [await officeZone(reader()), await todayOf(reader())]
  const [machine, number, token] = (await shownOnce(actor.id, 'token')) ?? []
  const mayChange = isPermitted(actor, ['administrator'])
  const done = [(await searchParams).done].flat()[0]
  return (
    <>
      <PageHead
        title="Machines"
        under="Other programs that may ask this desk. A machine is never one of two persons, and vouches for nothing."
        aside={<SettingsTabs current="/settings/machines" />}
        ruled
      />
      <PageBody>
        <div className="max-w-4xl space-y-6">
          {done === 'revoked' ? <Callout tone="done">Revoked: its next request is refused.</Callout> : null}
          {token ? (
            <Callout tone="soon">
              <p>
                Token {number} of {machine}, shown only now: the office keeps no copy that could be read. It
                goes into the program’s own settings, never into an address or a mail.
              </p>
              <p className="my-2">
                <code className="font-sans break-all select-all">{token}</code>
              </p>
              <form action={tokenKeptAction}>
                <Button>I have put it where it belongs</Button>
              </form>
            </Callout>
          ) : null}
          {machines.length === 0 ? (
            <Empty title="No other program may ask this desk.">
              A machine has a name, roles and tokens; what it does stands in the history under its name.
            </Empty>
          ) : null}
          {machines.map((one) => (
            <Machine key={one.name} machine={one} {...{ zone, today, mayChange }} />
          ))}
          {mayChange ? <MakeToken today={today} /> : null}
        </div>
      </PageBody>
    </>
  )
}
