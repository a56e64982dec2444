import type { Metadata } from 'next'
import { FileField } from '#app/_forms/file_field.tsx'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { TextArea } from '#app/_ui/inputs.tsx'
import { withdrawSubpoena } from '#db/commands/withdrawal.ts'
import { noticesOf } from '#db/queries/notices.ts'
import { Step } from '../_parts/step.tsx'
import { stepHead } from '../_parts/step_head.ts'
import { withdrawSubpoenaAction } from './actions.ts'

type Asked = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Withdrawn, ${(await params).reference}` }
}

export default async function WithdrawPage({ params }: Asked) {
  const { actor, head } = await stepHead(params, withdrawSubpoena.may)
  const { reference, today } = head
  const told = (await noticesOf(actor, reference)).filter(({ delivery }) => delivery !== 'failed')
  const who = [...new Set(told.map(({ subscriber }) => subscriber))]
  return (
    <Step
      subpoena={head}
      title="The paper was withdrawn"
      does="Records that those who served it withdrew it, in writing. Nothing leaves any more; what was done may still be billed."
    >
      <Form action={withdrawSubpoenaAction} hidden={{ reference }}>
        <p className="max-w-prose">
          {who.length > 0
            ? `${who.join(', ')} will be told, in the same way and language as of the paper.`
            : 'No subscriber was told of it, so none is told now.'}
        </p>
        <FieldRow of={2}>
          <FileField name="file" label="The written withdrawal" help="PDF, TIFF, JPEG or PNG, to 50 MB." />
          <DateField name="withdrawnOn" label="Withdrawn on" today={today} value={today} required />
        </FieldRow>
        <TextArea name="reason" label="Why, as far as they said" rows={2} />
        <Buttons>
          <Button look="filled">Record the withdrawal</Button>
        </Buttons>
      </Form>
    </Step>
  )
}
