import type { Metadata } from 'next'
import { type Readable, readableApi } from '#app/_api/readable.ts'
import { signedIn } from '#app/_auth/actor.ts'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { Mark } from '#app/_ui/states.tsx'
import { theDesk } from '#db/the_desk.ts'
import { SettingsTabs } from '../_parts/settings_tabs.tsx'

export const metadata: Metadata = { title: 'API' }

export default async function ApiPage() {
  await signedIn()
  const nouns = readableApi(theDesk().publicUrl)
  return (
    <>
      <PageHead
        title="What other programs may ask"
        under="Made from what the desk itself runs by."
        aside={<SettingsTabs current="/settings/api" />}
        ruled
      />
      <PageBody width="text">
        <p>
          Each request carries a token of a machine (<code className="font-sans">Authorization: Bearer</code>
          ). A deed carries a key of its own as well (<code className="font-sans">Idempotency-Key</code>):
          sent twice with the same key, it is done once. A refusal comes as{' '}
          <code className="font-sans">{'{"ok":false,"refusal":{"kind","sentence"}}'}</code>. Programs read all
          of this as <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
        </p>
        <nav aria-label="Nouns" className="my-4 flex flex-wrap gap-x-4 gap-y-1">
          {nouns.map(({ noun }) => (
            <a key={noun} href={`#${idOf(noun)}`}>
              {noun}
            </a>
          ))}
        </nav>
        {nouns.map(({ noun, operations }) => (
          <section key={noun} aria-labelledby={idOf(noun)} className="border-t border-line pt-4 mt-6">
            <h2 id={idOf(noun)} className="font-semibold">
              {noun}
            </h2>
            {operations.map((operation) => (
              <Operation key={operation.method + operation.path} operation={operation} />
            ))}
          </section>
        ))}
      </PageBody>
    </>
  )
}

const idOf = (noun: string) => noun.replaceAll(' ', '-')

function Operation({ operation }: { operation: Readable }) {
  const { title, method, path, who, inPerson, note, fields, curl } = operation
  return (
    <div className="mt-4">
      <h3>{title}</h3>
      <p className="break-all">
        <code className="font-sans">
          {method} {path}
        </code>
      </p>
      <p className="second">For {who}.</p>
      {inPerson ? <Mark glyph="barred-circle" words="Done in person: a machine is refused" wraps /> : null}
      {note ? <p>{note}</p> : null}
      {fields.length > 0 ? (
        <ul className="list-disc pl-5">
          {fields.map(({ name, words, isNeeded }) => (
            <li key={name}>
              <b>{name}</b>
              {isNeeded ? '' : ' (may be left out)'}: {words}
            </li>
          ))}
        </ul>
      ) : null}
      {inPerson ? null : <code className="font-sans block break-all my-2">{curl}</code>}
    </div>
  )
}
