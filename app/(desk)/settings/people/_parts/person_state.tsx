import { Mark } from '#app/_ui/states.tsx'
import type { PersonLine } from '#db/queries/people.ts'

/** Whether a person can sign in, in words with their shape. */
export function PersonState({ person: { state, openSessions } }: { person: PersonLine }) {
  switch (state) {
    case 'active':
      return <Mark glyph="tick" words={openSessions > 0 ? 'Signed in now' : 'Active'} />
    case 'invited':
      return <Mark glyph="envelope" words="Invited" />
    case 'link-over':
      return <Mark glyph="triangle" tone="brick" words="Has no way in: the link has run out" wraps />
    case 'resting':
      return <Mark glyph="bars" words="Sign-in rests for some minutes" wraps />
    case 'disabled':
      return <Mark glyph="barred-circle" words="Disabled" />
  }
}
