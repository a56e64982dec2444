import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { shownOnce } from '#app/_auth/shown_once.ts'
import { Callout } from '#app/_ui/messages.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Facts, PageBody } from '#app/_ui/panes.tsx'
import { InstantText } from '#app/_ui/values.tsx'
import { officeZone, todayOf } from '#db/queries/office.ts'
import { personLine } from '#db/queries/people.ts'
import { reader } from '#db/tx.ts'
import { isPermitted } from '#lib/access/actor.ts'
import { labelOf } from '#lib/kinds.ts'
import { PersonForms } from '../_parts/person_forms.tsx'
import { PersonLink } from '../_parts/person_link.tsx'
import { PersonState } from '../_parts/person_state.tsx'

export const metadata: Metadata = { title: 'A person' }

type Asked = {
  params: Promise<{ name: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

const done: Record<string, string> = {
  roles: 'The roles were changed. They count from the next page on.',
  disabled: 'They are disabled, and their sessions have ended.',
  enabled: 'They may sign in again.',
  ended: 'They are signed out everywhere, and may sign in again.',
}

export default async function PersonPage({ params, searchParams }: Asked) {
  const actor = await signedIn()
  const person = await personLine(actor, decoded((await params).name))
  if (!person) notFound()
  const [zone, today] = [await officeZone(reader()), await todayOf(reader())]
  const [linkFor, link] = (await shownOnce(actor.id, 'link')) ?? []
  const words = done[[(await searchParams).done].flat()[0] ?? '']
  const isSelf = person.name === actor.name
  return (
    <>
      <PageHead
        crumbs={[{ label: 'People', href: '/settings/people' }]}
        title={person.name}
        under={person.roles.map((role) => labelOf('roles', role)).join(', ')}
        ruled
      />
      <PageBody>
        <div className="max-w-3xl space-y-6">
          {words ? <Callout tone="done">{words}</Callout> : null}
          {link && linkFor === person.name && person.linkUntilAt !== null ? (
            <PersonLink person={person.name} link={link} />
          ) : null}
          <Facts
            facts={[
              { label: 'State', value: <PersonState person={person} /> },
              { label: 'E-mail', value: person.email },
              {
                label: 'Last seen',
                value: person.lastSeenAt ? (
                  <InstantText at={person.lastSeenAt} zone={zone} today={today} />
                ) : (
                  'Never'
                ),
              },
              {
                label: 'Their link opens until',
                value: person.linkUntilAt ? (
                  <InstantText at={person.linkUntilAt} zone={zone} today={today} />
                ) : null,
              },
            ]}
          />
          {isSelf ? (
            <Callout>
              This is you. Nobody changes their own roles: another administrator does. Your password is
              changed under <a href="/account">Your account</a>.
            </Callout>
          ) : null}
          {!isSelf && isPermitted(actor, ['administrator']) ? <PersonForms person={person} /> : null}
        </div>
      </PageBody>
    </>
  )
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return ''
  }
}
