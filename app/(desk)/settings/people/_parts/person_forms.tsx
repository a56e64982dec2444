import { Form } from '#app/_forms/form.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/choices.tsx'
import { PaneSection } from '#app/_ui/panes.tsx'
import { theOffice } from '#db/open_office.ts'
import type { PersonLine } from '#db/queries/people.ts'
import {
  changeRolesAction,
  disablePersonAction,
  enablePersonAction,
  endSessionsAction,
  startResetAction,
} from '../actions.ts'
import { RoleChoice } from './role_choice.tsx'

/** What an administrator may do about another person. */
export function PersonForms({ person }: { person: PersonLine }) {
  const { name, roles, version, state, openSessions } = person
  if (state === 'disabled') {
    return (
      <PaneSection title="Let them in again">
        <p className="second mb-3">
          With the password and the second factor that they had, and the roles above.
        </p>
        <Form action={enablePersonAction} hidden={{ person: name }}>
          <Button look="filled">Enable {name}</Button>
        </Form>
      </PaneSection>
    )
  }
  return (
    <>
      <PaneSection title="Roles">
        <Form action={changeRolesAction} hidden={{ person: name, version }}>
          <RoleChoice values={roles} />
          <p className="mt-3">
            <Button look="filled">Change the roles</Button>
          </p>
        </Form>
      </PaneSection>
      {theOffice().kind === 'real' ? <LinkForm person={person} /> : null}
      {openSessions > 0 ? (
        <PaneSection title="Sessions">
          <p className="second mb-3">
            Signed in in {openSessions === 1 ? 'one browser' : `${openSessions} browsers`} now.
          </p>
          <Form action={endSessionsAction} hidden={{ person: name }}>
            <Button>Sign them out everywhere</Button>
          </Form>
        </PaneSection>
      ) : null}
      <PaneSection title="Leaving">
        <p className="second mb-3">
          Disabling ends their sessions at their next request. What they did stays in the history under their
          name.
        </p>
        <Form action={disablePersonAction} hidden={{ person: name }}>
          <Button look="brick">Disable {name}</Button>
        </Form>
      </PaneSection>
    </>
  )
}

function LinkForm({ person: { name, state } }: { person: PersonLine }) {
  const isNew = state === 'invited' || state === 'link-over'
  return (
    <PaneSection title={isNew ? 'Invitation' : 'Cannot get in'}>
      <p className="second mb-3">
        {isNew
          ? 'Another link, by e-mail and shown to you. The one before it opens nothing any more.'
          : 'A link by e-mail, shown to you as well, by which they choose a new password within a day.'}
      </p>
      <Form action={startResetAction} hidden={{ person: name }}>
        {isNew ? null : (
          <Checkbox
            name="secondFactorToo"
            label="Their telephone and recovery codes are lost too"
            help="Their password, second factor and sessions end at once; they set up new ones through the link."
          />
        )}
        <p className="mt-3">
          <Button>{isNew ? 'Make another invitation' : 'Make a reset link'}</Button>
        </p>
      </Form>
    </PaneSection>
  )
}
