import type { FormAction } from '#app/_forms/action.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { PublicFrame } from '#app/_ui/public_frame.tsx'
import { openLink } from '#db/links.ts'
import { theOffice } from '#db/open_office.ts'
import { officeRow } from '#db/queries/office.ts'
import { hashOfToken } from '#db/sessions.ts'
import { reader } from '#db/tx.ts'
import { setUpFirst } from './actor.ts'
import { ChoosePassword } from './choose_password.tsx'

/** Where a one-time link leads: to a password of one's own. Looking at it does not use it up. */
export async function LinkPage(props: {
  purpose: 'invite' | 'reset'
  token: string
  title: string
  lead: (facts: { name: string; office: string }) => string
  button: string
  action: FormAction
}) {
  const { purpose, token, title, lead, button, action } = props
  await setUpFirst()
  const link = await openLink(reader(), hashOfToken(token), theOffice().clock())
  if (link?.purpose !== purpose) {
    return (
      <PublicFrame
        title="This link opens nothing any more"
        lead="It was used, has run out, or was replaced by a newer one."
      >
        <p>
          If you have a password, <a href="/sign-in">sign in</a>. If not, ask your administrator for another
          link.
        </p>
      </PublicFrame>
    )
  }
  const { name: office } = await officeRow(reader())
  return (
    <PublicFrame title={title} lead={lead({ name: link.person.name, office })}>
      <Form action={action} hidden={{ token }}>
        {/* For password managers, which keep a password with a name. */}
        <input type="hidden" name="username" autoComplete="username" value={link.person.name} />
        <div className="fields">
          <ChoosePassword />
        </div>
        <Buttons>
          <Button look="filled">{button}</Button>
        </Buttons>
      </Form>
    </PublicFrame>
  )
}
