import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { Select } from '#app/_ui/inputs.tsx'
import { Facts } from '#app/_ui/panes.tsx'
import { Section } from '#app/_ui/section.tsx'
import type { CaseHead, TargetLine } from '#db/queries/case_head.ts'
import type { ShownSubscriber } from '#db/queries/identity.ts'
import { type Actor, isPermitted } from '#lib/access/actor.ts'
import { changeSubscriberAction, markCopyFitAction } from './actions.ts'
import { SubscriberFields } from './subscriber_fields.tsx'

type Props = { actor: Actor; head: CaseHead; target: TargetLine; on: ShownSubscriber }

/** Who the subscriber is, for who said that they look; a custodian may correct it. */
export function KnownSubscriber({ actor, head, on }: Props) {
  if (!isPermitted(actor, ['custodian'])) {
    return (
      <Facts
        facts={[
          { label: 'Subscriber', value: on.number },
          { label: 'Name', value: on.name },
          { label: 'Printed as', value: on.namePrinted },
          { label: 'E-mail', value: on.email },
          { label: 'Address', value: <span className="whitespace-pre-line">{on.address}</span> },
          { label: 'Account', value: on.account },
        ]}
      />
    )
  }
  const hidden = { reference: head.reference, subscriber: on.number, version: on.version }
  return (
    <Form action={changeSubscriberAction} hidden={hidden}>
      <SubscriberFields on={on} />
      <Select
        name="noticeReached"
        label="Notices that went before this correction"
        options={[
          { value: '', label: 'None went, or nothing changes for them' },
          { value: 'reached', label: 'They reached this person' },
          { value: 'not-reached', label: 'They did not: this person is to be told anew' },
        ]}
        value=""
      />
      <Buttons>
        <Button look="filled">Save what changed</Button>
      </Buttons>
    </Form>
  )
}

/** Counsel's word on whether the copy of the paper may go to this subscriber. */
export function CopyFit({ actor, head, target }: Omit<Props, 'on'>) {
  if (!target.subscriber) return null
  const said =
    target.copyFit === null
      ? 'Counsel has not said yet; until then the notice says how to ask for it.'
      : target.copyFit
        ? 'Counsel marked it fit: it goes along with the notice.'
        : 'Counsel marked it as not for this subscriber.'
  return (
    <Section
      title="The copy of the paper"
      lead={`${said} Normally it is fit where the paper has one target.`}
    >
      {isPermitted(actor, ['counsel']) ? (
        <Form
          action={markCopyFitAction}
          hidden={{ reference: head.reference, subscriber: target.subscriber }}
        >
          <Buttons>
            <Button name="fit" value="fit">
              Mark it fit for {target.subscriber}
            </Button>
            <Button name="fit" value="not-fit">
              It is not for them
            </Button>
          </Buttons>
        </Form>
      ) : null}
    </Section>
  )
}
