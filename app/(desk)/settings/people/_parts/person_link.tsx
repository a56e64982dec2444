import { Button } from '#app/_ui/button.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { linkKeptAction } from '../actions.ts'

/** A one-time link, for the ten minutes in which it is known in clear. */
export function PersonLink({ person, link }: { person: string; link: string }) {
  return (
    <Callout tone="soon">
      <p>
        This link lets {person} choose a password, once. No mail brings it to them: hand it over, and give it
        to nobody else. It is shown only now.
      </p>
      <p className="my-2">
        <code className="font-sans break-all select-all">{link}</code>
      </p>
      <form action={linkKeptAction}>
        <input type="hidden" name="person" value={person} />
        <Button>I have handed it over</Button>
      </form>
    </Callout>
  )
}
