import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { TextArea } from '#app/_ui/inputs.tsx'
import { setAsideProduction } from '#db/commands/production/release.ts'
import { productionPage } from '#db/queries/productions.ts'
import { Step } from '../../../_parts/step.tsx'
import { numberIn, stepHead } from '../../../_parts/step_head.ts'
import { setAsideProductionAction } from '../actions.ts'

type Asked = { params: Promise<{ reference: string; number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { reference, number } = await params
  return { title: `Set production ${number} aside, ${reference}` }
}

export default async function SetAsidePage({ params }: Asked) {
  const { actor, head } = await stepHead(params, setAsideProduction.may)
  const production = numberIn((await params).number)
  if (!(await productionPage(actor, head.reference, production))) notFound()
  return (
    <Step
      subpoena={head}
      title={`Set production ${production} aside`}
      does="It will never leave, and its targets can be prepared anew. It stays on file."
      width="text"
    >
      <Form action={setAsideProductionAction} hidden={{ reference: head.reference, production }}>
        <TextArea name="reason" label="Why" rows={2} required />
        <Buttons>
          <Button look="brick">Set it aside</Button>
        </Buttons>
      </Form>
    </Step>
  )
}
