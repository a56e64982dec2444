import type { Metadata } from 'next'
import { LinkPage } from '#app/_auth/link_page.tsx'
import { acceptInvitationAction } from './actions.ts'

export const metadata: Metadata = { title: 'Invitation' }

type Query = { searchParams: Promise<{ token?: string | string[] }> }

export default async function InvitationPage({ searchParams }: Query) {
  const token = [(await searchParams).token].flat()[0] ?? ''
  return (
    <LinkPage
      purpose="invite"
      token={token}
      title="Welcome"
      lead={({ name, office }) =>
        `${name}, ${office} invites you to its subpoena desk. Choose a password; the app on your telephone comes next.`
      }
      button="Accept the invitation"
      action={acceptInvitationAction}
    />
  )
}
