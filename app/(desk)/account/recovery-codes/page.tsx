import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { PresentPassword } from '#app/_auth/present_password.tsx'
import { shownOnce } from '#app/_auth/shown_once.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { codesKeptAction, recoveryCodesAction } from '../actions.ts'

export const metadata: Metadata = { title: 'Recovery codes' }

export default async function RecoveryCodesPage() {
  const actor = await signedIn()
  const codes = await shownOnce(actor.id, 'recovery-codes')
  return codes ? <Codes codes={codes} /> : <DrawNew name={actor.name} />
}

function Codes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <PageHead
        title="Your recovery codes"
        under="For the day on which your app is not at hand. Each signs you in once, after your password."
        ruled
      />
      <PageBody>
        <div className="max-w-2xl space-y-4">
          <Callout tone="soon">
            Print this page or copy the codes, and keep them apart from your telephone. They are shown only
            now: the office keeps no copy that could be read.
          </Callout>
          <ol className="grid list-decimal gap-x-8 gap-y-1 pl-6 sm:grid-cols-2">
            {codes.map((code) => (
              <li key={code}>
                <code className="font-sans tabular-nums">{code}</code>
              </li>
            ))}
          </ol>
          <form action={codesKeptAction}>
            <Button look="filled">I have them: go to Today</Button>
          </form>
        </div>
      </PageBody>
    </>
  )
}

function DrawNew({ name }: { name: string }) {
  return (
    <>
      <PageHead
        crumbs={[{ label: 'Your account', href: '/account' }]}
        title="New recovery codes"
        under="Ten new codes are drawn and shown once. Those that you have now count no more."
        ruled
      />
      <PageBody>
        <div className="max-w-md">
          <Form action={recoveryCodesAction}>
            <div className="fields">
              <PresentPassword name={name} />
            </div>
            <Buttons>
              <Button look="filled">Draw ten new codes</Button>
            </Buttons>
          </Form>
        </div>
      </PageBody>
    </>
  )
}
