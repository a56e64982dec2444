import type { ReactNode } from 'react'
import { atTheDesk } from '#app/_auth/actor.ts'
import { RestoredBanner } from '#app/_auth/restored_banner.tsx'
import { SampleBanner } from '#app/_auth/sample_banner.tsx'
import { signOutAction } from '#app/_auth/sign_out.ts'
import { Desk } from '#app/_ui/desk.tsx'
import { theOffice } from '#db/open_office.ts'
import { openRestoration } from '#db/queries/restoration.ts'
import { todayCount } from '#db/queries/today.ts'
import { reader } from '#db/tx.ts'
import { isPermitted } from '#lib/access/actor.ts'
import { mayOpen } from '#lib/access/pages.ts'
import { nameWithRole, placesOf } from '#lib/access/places.ts'
import { labelOf } from '#lib/kinds.ts'

/** The frame of every page behind the sign-in. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await atTheDesk()
  const isSample = theOffice().kind === 'sample'
  const isRestored = (await openRestoration(reader())) !== null
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
      banner={
        isRestored ? (
          <RestoredBanner mayLook={mayOpen(actor, '/settings/restored')} />
        ) : isSample ? (
          <SampleBanner />
        ) : undefined
      }
      mayLog={isPermitted(actor, ['intake'])}
    >
      {children}
    </Desk>
  )
}
