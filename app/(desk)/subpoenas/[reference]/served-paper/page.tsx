import type { Metadata } from 'next'
import { FileField } from '#app/_forms/file_field.tsx'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { fileServedPaper } from '#db/commands/import/served_paper.ts'
import { particularsOf } from '#db/queries/particulars.ts'
import { Step } from '../_parts/step.tsx'
import { stepHead } from '../_parts/step_head.ts'
import { fileServedPaperAction } from './actions.ts'

type Asked = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Served paper, ${(await params).reference}` }
}

export default async function ServedPaperPage({ params }: Asked) {
  const { actor, head } = await stepHead(params, fileServedPaper.may)
  const { reference } = head
  const known = await particularsOf(actor, reference)
  if (!known?.paper.isSpreadsheet) {
    return (
      <Step
        subpoena={head}
        title="File the served paper"
        does="The served paper is on file, and is kept as it came."
        width="text"
      >
        <p>
          <a href={`/subpoenas/${reference}/paper`}>Download it</a>.
        </p>
      </Step>
    )
  }
  return (
    <Step
      subpoena={head}
      title="File the served paper"
      does="This subpoena was taken over from an old spreadsheet. The paper that was served goes in its place, once, and is kept as it came."
      width="text"
    >
      <Form action={fileServedPaperAction} hidden={{ reference }}>
        <FileField name="paper" label="Served paper" help="PDF, TIFF, JPEG or PNG, at most 50 MB." />
        <Buttons>
          <Button look="filled">File it</Button>
        </Buttons>
      </Form>
    </Step>
  )
}
