import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { setUpFirst } from '#app/_auth/actor.ts'
import { pendingSession } from '#app/_auth/pending.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { Input } from '#app/_ui/inputs.tsx'
import { PublicFrame } from '#app/_ui/public_frame.tsx'
import { personById } from '#db/queries/people.ts'
import { enrolmentAddress, enrolmentSecret } from '#db/totp.ts'
import { reader } from '#db/tx.ts'
import { enrolAction } from '../actions.ts'
import { QrCode } from './qr_code.tsx'

export const metadata: Metadata = { title: 'Set up your second factor' }

export default async function EnrolPage() {
  await setUpFirst()
  const pending = await pendingSession()
  if (pending?.session.stage !== 'enrolling') redirect('/sign-in')
  const person = await personById(reader(), pending.session.personId)
  if (!person) redirect('/sign-in')
  const secret = enrolmentSecret(pending.token)
  return (
    <PublicFrame
      title="Set up your second factor"
      lead={`${person.name}, a password alone is not enough here. An app on your telephone gives you a code at each sign-in.`}
    >
      <ol className="list-decimal space-y-4 pl-5">
        <li>
          Open the app that you use for such codes, or take one: Aegis, 2FAS, Google Authenticator and
          Microsoft Authenticator all do.
        </li>
        <li>
          Scan this with it.
          <QrCode text={enrolmentAddress(secret, person.name)} />
          <span className="second">
            Or type this secret into it: <code className="font-sans tabular-nums">{inFours(secret)}</code>
          </span>
        </li>
        <li>
          Give the code that it shows now.
          <Form action={enrolAction}>
            <div className="mt-2">
              <Input
                name="code"
                label="Code"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={11}
                required
              />
            </div>
            <Buttons>
              <Button look="filled">Set it up and sign in</Button>
            </Buttons>
          </Form>
        </li>
      </ol>
    </PublicFrame>
  )
}

const inFours = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret
