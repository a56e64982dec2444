import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { actorOrNone, setUpFirst } from '#app/_auth/actor.ts'
import { isFormKept } from '#app/_auth/kept_form.ts'
import { SampleBanner } from '#app/_auth/sample_banner.tsx'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { Input } from '#app/_ui/inputs.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { PublicFrame } from '#app/_ui/public_frame.tsx'
import { theOffice } from '#db/open_office.ts'
import { officeRow } from '#db/queries/office.ts'
import { samplePeople } from '#db/queries/people.ts'
import { reader } from '#db/tx.ts'
import { relativePath } from '#lib/access/path.ts'
import { chooseSamplePersonAction, signInAction } from './actions.ts'
import { SamplePeople } from './sample_people.tsx'

export const metadata: Metadata = { title: 'Sign in' }

type Query = { searchParams: Promise<{ then?: string | string[] }> }

export default async function SignInPage({ searchParams }: Query) {
  await setUpFirst()
  const then = relativePath([(await searchParams).then].flat()[0])
  if (await actorOrNone()) redirect(then)
  const office = await officeRow(reader())
  const kept = (await isFormKept()) ? (
    <Callout tone="soon">
      Your session had ended, so nothing was saved. What you typed is kept for ten minutes: sign in as the
      same person and it stands in the form again.
    </Callout>
  ) : null
  if (theOffice().kind === 'sample') {
    return (
      <PublicFrame
        title="Who are you today?"
        lead={`Everybody at ${office.name} sees what their work needs. Press a name to sit at their desk.`}
        banner={<SampleBanner />}
      >
        {kept}
        <SamplePeople people={await samplePeople()} then={then} action={chooseSamplePersonAction} />
      </PublicFrame>
    )
  }
  return (
    <PublicFrame title="Sign in" lead={`The subpoena desk of ${office.name}`}>
      {kept}
      <Form action={signInAction} hidden={{ then }}>
        <div className="fields">
          <Input name="name" label="Name or e-mail address" autoComplete="username" required autoFocus />
          <Input name="password" label="Password" type="password" autoComplete="current-password" required />
        </div>
        <Buttons>
          <Button look="filled">Sign in</Button>
        </Buttons>
      </Form>
      <p className="second">
        A code from the app on your telephone comes next. If you cannot get in, ask an administrator of your
        office for a link.
      </p>
    </PublicFrame>
  )
}
