import type { Metadata } from 'next'
import { LinkPage } from '#app/_auth/link_page.tsx'
import { resetPasswordAction } from './actions.ts'

export const metadata: Metadata = { title: 'A new password' }

type Query = { searchParams: Promise<{ token?: string | string[] }> }

export default async function ResetPage({ searchParams }: Query) {
  const token = [(await searchParams).token].flat()[0] ?? ''
  return (
    <LinkPage
      purpose="reset"
      token={token}
      title="A new password"
      lead={({ name }) =>
        `${name}, choose a new password. Wherever you are signed in, you will be signed out.`
      }
      button="Take this password"
      action={resetPasswordAction}
    />
  )
}
