import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { PresentPassword } from '#app/_auth/present_password.tsx'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { newAuthenticatorAction } from '../actions.ts'

export const metadata: Metadata = { title: 'Move to another telephone' }

export default async function SecondFactorPage() {
  const actor = await signedIn()
  return (
    <>
      <PageHead
        crumbs={[{ label: 'Your account', href: '/account' }]}
        title="Move to another telephone"
        under="The app that you have now counts until the new one has given its first code. You sign in anew with it."
        ruled
      />
      <PageBody>
        <div className="max-w-md">
          <Form action={newAuthenticatorAction}>
            <div className="fields">
              <PresentPassword name={actor.name} />
            </div>
            <Buttons>
              <Button look="filled">Set up another app</Button>
            </Buttons>
          </Form>
        </div>
      </PageBody>
    </>
  )
}
