import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/choices.tsx'
import { Section } from '#app/_ui/section.tsx'
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
      <Section
        title="Let them in again"
        lead="With the password and the second factor that they had, and the same roles."
      >
        <Form action={enablePersonAction} hidden={{ person: name }}>
          <Buttons>
            <Button look="filled">Enable {name}</Button>
          </Buttons>
        </Form>
      </Section>
    )
  }
  return (
    <>
      <Section title="What they may do">
        <Form action={changeRolesAction} hidden={{ person: name, version }}>
          <RoleChoice values={roles} />
          <Buttons>
            <Button look="filled">Change the roles</Button>
          </Buttons>
        </Form>
      </Section>
      {theOffice().kind === 'real' ? <LinkForm person={person} /> : null}
      {openSessions > 0 ? (
        <Section
          title="Sessions"
          lead={`They are signed in, in ${openSessions === 1 ? 'one browser' : `${openSessions} browsers`}, now.`}
        >
          <Form action={endSessionsAction} hidden={{ person: name }}>
            <Buttons>
              <Button>Sign them out everywhere</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
      <Section
        title="Leaving"
        lead="Disabling ends their sessions at their next request. What they did stays in the history under their name."
      >
        <Form action={disablePersonAction} hidden={{ person: name }}>
          <Buttons>
            <Button look="brick">Disable {name}</Button>
          </Buttons>
        </Form>
      </Section>
    </>
  )
}

function LinkForm({ person: { name, state } }: { person: PersonLine }) {
  const isNew = state === 'invited' || state === 'link-over'
  return (
    <Section
      title={isNew ? 'Invitation' : 'When they cannot get in'}
      lead={
        isNew
          ? 'Another link by e-mail; where no mail leaves, you hand it over. The one before it opens nothing any more.'
          : 'A link by e-mail, by which they choose a new password within a day; where no mail leaves, you hand it over.'
      }
    >
      <Form action={startResetAction} hidden={{ person: name }}>
        {isNew ? null : (
          <Checkbox
            name="secondFactorToo"
            label="Their telephone and recovery codes are lost too"
            help="Their password, second factor and sessions end at once; they set up new ones through the link."
          />
        )}
        <Buttons>
          <Button>{isNew ? 'Make another invitation' : 'Make a reset link'}</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
