import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { Input } from '#app/_ui/inputs.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { theOffice } from '#db/open_office.ts'
import { mustBe } from '#lib/access/actor.ts'
import { RoleChoice } from '../_parts/role_choice.tsx'
import { invitePersonAction } from '../actions.ts'

export const metadata: Metadata = { title: 'Invite a person' }

export default async function InvitePage() {
  mustBe(await signedIn(), ['administrator'])
  return (
    <>
      <PageHead
        crumbs={[{ label: 'People', href: '/settings/people' }]}
        title="Invite a person"
        under={
          theOffice().kind === 'sample'
            ? 'In the sample office they can be chosen at the door at once.'
            : 'They get a link by e-mail that opens once, within seven days; where no mail leaves, you hand it over yourself.'
        }
        ruled
      />
      <PageBody>
        <div className="max-w-xl">
          <Form action={invitePersonAction}>
            <div className="fields">
              <Input
                name="name"
                label="Name"
                help="As it is to stand in the history. It cannot be changed later."
                maxLength={120}
                required
              />
              <Input name="email" label="E-mail" inputMode="email" required />
              <RoleChoice />
            </div>
            <Buttons>
              <Button look="filled">Invite them</Button>
            </Buttons>
          </Form>
        </div>
      </PageBody>
    </>
  )
}
