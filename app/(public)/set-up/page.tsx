import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { PublicFrame } from '#app/_ui/public_frame.tsx'
import { isSetUpToken } from '#db/set_up.ts'
import { theDesk } from '#db/the_desk.ts'
import { exploreSampleAction, setUpAction } from './actions.ts'
import { OfficeFields } from './office_fields.tsx'
import { SampleWait } from './sample_wait.tsx'

export const metadata: Metadata = { title: 'Set up' }

type Query = { searchParams: Promise<{ token?: string | string[] }> }

export default async function SetUpPage({ searchParams }: Query) {
  if (theDesk().setUpToken === null) redirect('/')
  if (theDesk().isMaking) return <Making />
  const token = [(await searchParams).token].flat()[0] ?? ''
  if (!isSetUpToken(token)) return <NeedsToken given={token !== ''} />
  return (
    <PublicFrame
      title="Welcome to your subpoena desk"
      wide
      lead="Nothing is open yet. Set up your office, or look around in a sample office first."
    >
      <section aria-labelledby="sample" className="border-y border-line py-4">
        <h2 id="sample" className="font-semibold">
          Explore a sample office
        </h2>
        <p className="second mt-1 mb-3">
          Invented people and about forty subpoenas in every stage. It is kept apart from your own office,
          answers on this machine only, and sends no mail. Making it takes a minute; start the program again
          to come back here.
        </p>
        <Form action={exploreSampleAction} hidden={{ token }}>
          <Buttons>
            <Button>Open the sample office</Button>
          </Buttons>
          <SampleWait />
        </Form>
      </section>
      <section aria-labelledby="own">
        <h2 id="own" className="font-semibold">
          Set up our office
        </h2>
        <Callout>
          An office needs at least two people: whoever prepares a production does not release it, and whoever
          asks for an early release does not approve it. Invite the second as soon as you are in.
        </Callout>
        <Form action={setUpAction} hidden={{ token }}>
          <OfficeFields />
          <Buttons>
            <Button look="filled">Set up our office</Button>
          </Buttons>
        </Form>
      </section>
    </PublicFrame>
  )
}

function Making() {
  return (
    <PublicFrame
      title="The sample office is being made"
      lead="It is played day by day, and takes about a minute."
    >
      <p>
        <a href="/">Try again</a> in a moment.
      </p>
    </PublicFrame>
  )
}

function NeedsToken({ given }: { given: boolean }) {
  return (
    <PublicFrame
      title="This desk has no office yet"
      lead={
        given
          ? 'This address opens nothing any more: each start of the program makes another.'
          : 'The set-up page opens once, for whoever started the program.'
      }
    >
      <p>
        Open the address that stands last in the terminal. It begins with{' '}
        <span className="break-all">{theDesk().publicUrl}/set-up?token=</span>.
      </p>
    </PublicFrame>
  )
}
