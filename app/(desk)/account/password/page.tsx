import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { ChoosePassword } from '#app/_auth/choose_password.tsx'
import { PresentPassword } from '#app/_auth/present_password.tsx'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { changePasswordAction } from '../actions.ts'

export const metadata: Metadata = { title: 'Change your password' }

export default async function PasswordPage() {
  const actor = await signedIn()
  return (
    <>
      <PageHead
        crumbs={[{ label: 'Your account', href: '/account' }]}
        title="Change your password"
        under="Wherever else you are signed in, you will be signed out."
        ruled
      />
      <PageBody>
        <div className="max-w-md">
          <Form action={changePasswordAction}>
            <div className="fields">
              <PresentPassword name={actor.name} />
              <ChoosePassword label="New password" />
            </div>
            <Buttons>
              <Button look="filled">Change the password</Button>
            </Buttons>
          </Form>
        </div>
      </PageBody>
    </>
  )
}
