import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { TextArea } from '#app/_ui/inputs.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Heading, PageBody } from '#app/_ui/panes.tsx'
import { InstantText } from '#app/_ui/values.tsx'
import { importsDone, kindsFor } from '#db/queries/imports.ts'
import { officeZone, todayOf } from '#db/queries/office.ts'
import { reader } from '#db/tx.ts'
import { labelInSentence } from '#lib/kinds.ts'
import { SettingsTabs } from '../_parts/settings_tabs.tsx'
import { SheetForm } from './_parts/sheet_form.tsx'
import { undoImportAction } from './actions.ts'
import { type Asked, readingAsked } from './import_query.ts'

export const metadata: Metadata = { title: 'Import' }

const problems: Readonly<Record<string, string>> = {
  'no-file': 'Choose a file first.',
  'sheet-empty': 'The file is empty. Choose another.',
  'sheet-too-large': 'The file is larger than 10 MB. Send it in parts.',
  'not-text': 'This is no text file. Save the sheet as CSV, and choose that.',
  workbook: 'This is a workbook. Open it, save the sheet as “CSV UTF-8”, and choose that.',
}

export default async function ImportPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await signedIn()
  const asked = await searchParams
  const done = await importsDone(actor)
  const [zone, today] = [await officeZone(reader()), await todayOf(reader())]
  const named = (number: Asked[string]) => done.find((one) => one.number === number)
  const [came, went, undoing] = [named(asked.done), named(asked.undone), named(asked.undo)]
  return (
    <>
      <PageHead
        title="Import"
        under="Takes over an old spreadsheet: every row is shown first, and all of them come in or none."
        aside={<SettingsTabs current="/settings/import" />}
        ruled
      />
      <PageBody>
        {came ? (
          <Callout tone="done">
            {came.number}: {came.rowCount.toLocaleString('en-US')} {labelInSentence('importKinds', came.kind)}{' '}
            came in.
          </Callout>
        ) : null}
        {went ? (
          <Callout tone="done">{went.number} was undone: all that came with it is gone again.</Callout>
        ) : null}
        {undoing && undoing.undoneAt === null ? <UndoForm {...undoing} /> : null}
        <section className="my-4 max-w-4xl">
          <p className="my-3 max-w-prose">
            Begin with the requesters, then the subpoenas, then the invoices with a balance. An open subpoena
            stands where a new paper stands: no notice, hold or acceptance is taken from a sheet. The others
            come in closed.
          </p>
          <SheetForm
            kinds={kindsFor(actor)}
            asked={readingAsked(asked)}
            problem={
              asked.problem === undefined
                ? undefined
                : (problems[String(asked.problem)] ?? problems['no-file'])
            }
          />
        </section>
        <Heading level={2}>What was imported</Heading>
        <LedgerTable
          caption="Imports, the newest first"
          columns={[
            { head: 'Import', nowrap: true },
            { head: 'What' },
            { head: 'File', hideOnPhone: true },
            { head: 'When and who' },
            { head: 'Undo' },
          ]}
          rows={done.map((one) => ({
            key: one.number,
            cells: [
              one.number,
              `${one.rowCount.toLocaleString('en-US')} ${labelInSentence('importKinds', one.kind)}`,
              one.fileName,
              <span key="when">
                <InstantText at={one.at} zone={zone} today={today} />, {one.by}
              </span>,
              one.undoneAt === null ? (
                <a key="undo" href={`/settings/import?undo=${one.number}`}>
                  Undo
                </a>
              ) : (
                `Undone: ${one.undoneWhy}`
              ),
            ],
          }))}
        />
        {done.length === 0 ? <p className="second my-3">Nothing was imported yet.</p> : null}
      </PageBody>
    </>
  )
}

/** Undoing has its own press, and says what goes. */
function UndoForm({ number, kind, rowCount }: Awaited<ReturnType<typeof importsDone>>[number]) {
  return (
    <section className="mb-6 max-w-3xl">
      <Heading level={2}>Undo {number}</Heading>
      <p className="my-2">
        All {rowCount.toLocaleString('en-US')} {labelInSentence('importKinds', kind)} that came with it go
        again, while nothing was built on any of them. The file and the history of both stay.
      </p>
      <Form action={undoImportAction} hidden={{ number }}>
        <TextArea name="reason" label="Why" rows={2} required />
        <Buttons>
          <Button look="brick">Undo the import</Button>
        </Buttons>
      </Form>
    </section>
  )
}
