import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { setUpFirst } from '#app/_auth/actor.ts'
import { pendingSession } from '#app/_auth/pending.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { Input } from '#app/_ui/inputs.tsx'
import { PublicFrame } from '#app/_ui/public_frame.tsx'
import { relativePath } from '#lib/access/path.ts'
import { codeAction, recoveryCodeAction } from '../actions.ts'

export const metadata: Metadata = { title: 'Second factor' }

type Query = { searchParams: Promise<{ then?: string | string[]; with?: string | string[] }> }

export default async function CodePage({ searchParams }: Query) {
  await setUpFirst()
  const query = await searchParams
  const then = relativePath([query.then].flat()[0])
  const pending = await pendingSession()
  if (pending?.session.stage !== 'password') redirect(`/sign-in?then=${encodeURIComponent(then)}`)
  const other = new URLSearchParams({ then })
  if (query.with === 'recovery-code') {
    return (
      <PublicFrame title="A recovery code" lead="One of the ten that you wrote down. Each works once.">
        <Form action={recoveryCodeAction} hidden={{ then }}>
          <Input name="code" label="Recovery code" autoComplete="off" required autoFocus />
          <Buttons>
            <Button look="filled">Sign in</Button>
          </Buttons>
        </Form>
        <p className="second">
          <a href={`/sign-in/code?${other}`}>Give the code from the app instead</a>, or{' '}
          <a href="/sign-in">begin again</a>.
        </p>
      </PublicFrame>
    )
  }
  other.set('with', 'recovery-code')
  return (
    <PublicFrame title="The code from your app" lead="Six figures, new every half minute. Each works once.">
      <Form action={codeAction} hidden={{ then }}>
        <Input
          name="code"
          label="Code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={11}
          required
          autoFocus
        />
        <Buttons>
          <Button look="filled">Sign in</Button>
        </Buttons>
      </Form>
      <p className="second">
        No telephone at hand? <a href={`/sign-in/code?${other}`}>Use a recovery code</a>, or{' '}
        <a href="/sign-in">begin again</a>.
      </p>
    </PublicFrame>
  )
}
