import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input } from '#app/_ui/inputs.tsx'
import { Heading } from '#app/_ui/panes.tsx'
import { Mark } from '#app/_ui/states.tsx'
import { askPreservation } from '#db/commands/preservation.ts'
import { preservationOf } from '#db/queries/review.ts'
import { mustBe } from '#lib/access/actor.ts'
import { formatInstant, formatShort } from '#lib/calendar/format.ts'
import { Step } from '../_parts/step.tsx'
import { askPreservationAction, preservationDoneAction } from './actions.ts'

type Asked = { params: Promise<{ reference: string }> }
type Known = NonNullable<Awaited<ReturnType<typeof preservationOf>>>

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Preserve, ${(await params).reference}` }
}

export default async function PreservePage({ params }: Asked) {
  const actor = await signedIn()
  mustBe(actor, askPreservation.may)
  const { reference } = await params
  const known = await preservationOf(actor, reference)
  if (!known) notFound()
  const isOpen = known.asked.some(({ doneAt }) => doneAt === null)
  return (
    <Step
      subpoena={known.row}
      title="Preserve"
      does="Ask for a snapshot of the account and its logs before anything is judged: logs are lost while papers are read. Nothing leaves by it."
    >
      {known.asked.map((one) => (
        <OneRequest key={one.number} one={one} known={known} />
      ))}
      {known.asked.length > 0 ? <Heading level={2}>Ask somebody else too</Heading> : null}
      <Form action={askPreservationAction} hidden={{ reference }}>
        <FieldRow of={2}>
          <Input
            name="askedOf"
            label="Who is asked"
            placeholder="Network operations; the upstream carrier"
            required
          />
          <DateField
            name="logsLostOn"
            label="Logs are lost from"
            today={known.today}
            help="The first day on which they would be gone, where it is known."
          />
        </FieldRow>
        <Buttons>
          <Button look={isOpen ? 'outlined' : 'filled'}>Record that it was asked for</Button>
        </Buttons>
      </Form>
    </Step>
  )
}

function OneRequest({ one, known: { row, zone, today } }: { one: Known['asked'][number]; known: Known }) {
  const { number, askedOf, askedBy, askedAt, logsLostOn, doneAt, doneBy, doneNote } = one
  const asked = `${askedOf}, asked by ${askedBy} ${formatInstant(askedAt, zone, today)}`
  if (doneAt !== null) {
    const done = [`made ${formatInstant(doneAt, zone, today)}`, doneBy, doneNote].filter(Boolean).join(', ')
    return (
      <p className="mb-3">
        <Mark glyph="tick" words={`${asked}; ${done}`} wraps />
      </p>
    )
  }
  const lost = logsLostOn ? `; logs are lost from ${formatShort(logsLostOn, today)}` : ''
  return (
    <div className="mb-4">
      <p className="mb-2">
        <Mark glyph="ring" words={asked + lost} wraps />
      </p>
      <Form action={preservationDoneAction} hidden={{ reference: row.reference, number }}>
        <Input name="note" label={`What was kept by ${askedOf}`} placeholder="Where the snapshot lies" />
        <Buttons>
          <Button look="filled">Record that it was made</Button>
        </Buttons>
      </Form>
    </div>
  )
}
