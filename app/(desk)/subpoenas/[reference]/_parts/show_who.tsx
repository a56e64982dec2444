import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import type { Identities } from '#db/queries/identity.ts'
import { lookAtIdentityAction } from './actions.ts'

/**
 * Who the subscribers are is shown after a press that is recorded, once in each session; before it, and for those to
 * whom it is not shown, only numbers stand there.
 *
 * @param back The page to return to.
 */
export function ShowWho({
  reference,
  back,
  names,
  words = 'Show who they are',
}: {
  reference: string
  back: string
  names: Identities['state']
  words?: string
}) {
  if (names !== 'hidden') return null
  return (
    <Form action={lookAtIdentityAction} hidden={{ reference, back }}>
      <Buttons>
        <Button>{words}</Button>
        <span className="second">Your look is recorded in the history.</span>
      </Buttons>
    </Form>
  )
}
