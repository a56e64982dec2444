import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons, LinkButton } from '#app/_ui/button.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Facts, PageBody } from '#app/_ui/panes.tsx'
import { Section } from '#app/_ui/section.tsx'
import { InstantText } from '#app/_ui/values.tsx'
import { theOffice } from '#db/open_office.ts'
import { officeZone, todayOf } from '#db/queries/office.ts'
import { ownAccount } from '#db/queries/people.ts'
import { reader } from '#db/tx.ts'
import { labelOf } from '#lib/kinds.ts'
import { endOtherSessionsAction } from './actions.ts'

export const metadata: Metadata = { title: 'Your account' }

type Query = { searchParams: Promise<{ done?: string | string[] }> }

const done: Record<string, string> = {
  password: 'Your password was changed. Wherever else you were signed in, you are signed out.',
  sessions: 'You are signed in here and nowhere else.',
}

export default async function AccountPage({ searchParams }: Query) {
  const actor = await signedIn()
  const account = await ownAccount(actor)
  const words = done[[(await searchParams).done].flat()[0] ?? '']
  const isSample = theOffice().kind === 'sample'
  return (
    <>
      <PageHead title={actor.name} under="Your account" ruled />
      <PageBody>
        <div className="max-w-3xl space-y-6">
          {words ? <Callout tone="done">{words}</Callout> : null}
          <Facts
            facts={[
              { label: 'E-mail', value: account?.email },
              { label: 'Roles', value: actor.roles.map((role) => labelOf('roles', role)).join(', ') },
            ]}
          />
          {isSample ? (
            <Callout>
              In the sample office people sign in with one click: there is nothing to keep secret.
            </Callout>
          ) : (
            <OwnSecrets codesLeft={account?.codesLeft ?? 0} />
          )}
          <Sessions sessions={account?.sessions ?? []} />
        </div>
      </PageBody>
    </>
  )
}

function OwnSecrets({ codesLeft }: { codesLeft: number }) {
  return (
    <Section title="How you sign in">
      <p>
        With your name or e-mail address, your password, and a code from your app.{' '}
        {codesLeft === 1 ? 'One recovery code is' : `${codesLeft} recovery codes are`} left for the day on
        which the app is not at hand.
      </p>
      <div className="buttons mt-3">
        <LinkButton href="/account/password">Change your password</LinkButton>
        <LinkButton href="/account/second-factor">Move to another telephone</LinkButton>
        <LinkButton href="/account/recovery-codes">New recovery codes</LinkButton>
      </div>
    </Section>
  )
}

type OwnSessions = NonNullable<Awaited<ReturnType<typeof ownAccount>>>['sessions']

async function Sessions({ sessions }: { sessions: OwnSessions }) {
  const [zone, today] = [await officeZone(reader()), await todayOf(reader())]
  return (
    <Section title="Where you are signed in">
      <LedgerTable
        caption="Your open sessions"
        columns={[{ head: 'Session' }, { head: 'Signed in' }, { head: 'Last seen' }]}
        rows={sessions.map((session) => ({
          key: session.createdAt,
          cells: [
            session.isThisOne ? 'This one' : 'Another browser',
            <InstantText key="began" at={session.createdAt} zone={zone} today={today} />,
            <InstantText key="seen" at={session.lastSeenAt} zone={zone} today={today} />,
          ],
        }))}
      />
      <p className="second mt-2">
        A session ends after twenty minutes without a page, and after eight hours.
      </p>
      {sessions.length > 1 ? (
        <div className="mt-3">
          <Form action={endOtherSessionsAction}>
            <Buttons>
              <Button>Sign out everywhere else</Button>
            </Buttons>
          </Form>
        </div>
      ) : null}
    </Section>
  )
}
