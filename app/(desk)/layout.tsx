import type { ReactNode } from 'react'
import { atTheDesk } from '#app/_auth/actor.ts'
import { SampleBanner } from '#app/_auth/sample_banner.tsx'
import { signOutAction } from '#app/_auth/sign_out.ts'
import { Desk } from '#app/_ui/desk.tsx'
import { theOffice } from '#db/open_office.ts'
import { todayCount } from '#db/queries/today.ts'
import { isPermitted } from '#lib/access/actor.ts'
import { nameWithRole, placesOf } from '#lib/access/places.ts'
import { labelOf } from '#lib/kinds.ts'

/** The frame of every page behind the sign-in. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await atTheDesk()
  const isSample = theOffice().kind === 'sample'
  const count = await todayCount(actor)
  const places = placesOf(actor).map((place) => (place.href === '/today' ? { ...place, count } : place))
  const roles = actor.roles.map((role) => labelOf('roles', role).toLowerCase())
  return (
    <Desk
      nav={places}
      person={nameWithRole(actor.name, roles)}
      menu={
        <>
          <a href="/account">Your account</a>
          <form action={signOutAction}>
            <button type="submit">{isSample ? 'Sign in as somebody else' : 'Sign out'}</button>
          </form>
        </>
      }
      banner={isSample ? <SampleBanner /> : undefined}
      mayLog={isPermitted(actor, ['intake'])}
    >
      {children}
    </Desk>
  )
}
