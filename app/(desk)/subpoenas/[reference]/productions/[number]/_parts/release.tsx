import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { TextArea } from '#app/_ui/inputs.tsx'
import { Blockers } from '#app/_ui/messages.tsx'
import { Heading } from '#app/_ui/panes.tsx'
import type { ProductionPage } from '#db/queries/productions.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recipientLine, recipientLines } from '#lib/production/recipient.ts'
import { blockerOf } from '../../../_parts/blocker_of.tsx'
import { releaseProductionAction } from '../actions.ts'

/** What stands in the way, and the press that releases. The button answers with the same sentences. */
export function Release(props: { production: ProductionPage; actor: Actor; mayRelease: boolean }) {
  const { production, actor, mayRelease } = props
  const { row, head, preparedBy, recipient } = production
  const { reference } = head
  const isTheirs = actor.id === row.preparedById
  return (
    <>
      <BlockerList production={production} />
      {mayRelease ? (
        <div className="mt-5">
          <Heading level={2}>Release</Heading>
          <p className="second">
            {isTheirs
              ? 'You prepared it, so another person releases it.'
              : `${preparedBy} prepared it. Read the letter, then let it leave; it never changes afterwards.`}
          </p>
          <p className="mt-3">It goes to</p>
          <Recipient production={production} />
          <Form
            action={releaseProductionAction}
            hidden={{ reference, production: row.number, recipientSeen: recipientLine(recipient) }}
          >
            <TextArea name="reason" label="Reason, for the file" rows={2} required />
            <Buttons>
              <Button look="filled">Release production {row.number}</Button>
            </Buttons>
          </Form>
        </div>
      ) : null}
      {mayRelease ? (
        <p className="mt-4">
          <a href={`/subpoenas/${reference}/productions/${row.number}/set-aside`}>Set it aside</a>
        </p>
      ) : null}
    </>
  )
}

/** Who it goes to: the requester of today until it is released, and then whom it was released to. */
export function Recipient({ production: { recipient } }: { production: ProductionPage }) {
  return <p className="whitespace-pre-line">{recipientLines(recipient).join('\n')}</p>
}

/** The blockers as sentences with a link each; nothing when there are none. */
export function BlockerList({ production: { obstacles, row, head } }: { production: ProductionPage }) {
  if (obstacles.length === 0) return null
  return (
    <div className="mt-5">
      <Heading level={2} aside={obstacles.length}>
        {row.releasedAt === null ? 'Cannot release yet' : 'Cannot leave now'}
      </Heading>
      <Blockers blockers={obstacles.map((obstacle) => blockerOf(obstacle, head))} />
    </div>
  )
}
