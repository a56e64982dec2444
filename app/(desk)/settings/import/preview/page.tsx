import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, LinkButton } from '#app/_ui/button.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Callout, Empty } from '#app/_ui/messages.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { Heading, PageBody } from '#app/_ui/panes.tsx'
import { importPreview, type Preview } from '#db/queries/imports.ts'
import { faultSentence } from '#lib/import/sheet.ts'
import { labelInSentence } from '#lib/kinds.ts'
import { importSheetAction } from '../actions.ts'
import { type Asked, previewAddress, sheetAsked } from '../import_query.ts'

export const metadata: Metadata = { title: 'Preview of an import' }

const pageSize = 200
const crumbs = [{ label: 'Import', href: '/settings/import' }]

export default async function PreviewPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await signedIn()
  const asked = await searchParams
  const sheet = sheetAsked(asked)
  const preview = sheet ? await importPreview(actor, sheet) : null
  if (!sheet || !preview?.ok) {
    return (
      <>
        <PageHead crumbs={crumbs} title="Preview" ruled />
        <PageBody>
          <Empty title={preview?.ok === false ? preview.refusal.sentence : 'No file was chosen.'}>
            <a href="/settings/import">Choose a file</a>.
          </Empty>
        </PageBody>
      </>
    )
  }
  const { rows, faults, leftOut, fileName } = preview.value
  const page = Math.min(Math.max(1, Number(asked.page) || 1), Math.max(1, Math.ceil(rows.length / pageSize)))
  const what = `${rows.length.toLocaleString('en-US')} ${labelInSentence('importKinds', sheet.kind)}`
  const back = `/settings/import?${new URLSearchParams({ kind: sheet.kind, dates: sheet.dates, serviceMethod: sheet.serviceMethod })}`
  return (
    <>
      <PageHead
        crumbs={crumbs}
        title={fileName}
        under={
          faults.length > 0
            ? `${count(faults.length, 'fault')}: nothing can be imported before the file is mended.`
            : `${what} would come in${leftOut.length > 0 ? `, and ${count(leftOut.length, 'row')} stay out` : ''}. Nothing has changed yet.`
        }
        next={
          <>
            <LinkButton href={back}>Choose another file</LinkButton>
            {faults.length === 0 && rows.length > 0 ? (
              <Form action={importSheetAction} hidden={sheet}>
                <Button look="filled">Import all {what}</Button>
              </Form>
            ) : null}
          </>
        }
        ruled
      />
      <PageBody>
        <HowItWasRead preview={preview.value} />
        <Faults faults={faults} />
        {leftOut.length > 0 ? (
          <LedgerTable
            caption="Rows that stay out"
            columns={[{ head: 'Row', nowrap: true }, { head: 'Why' }]}
            rows={leftOut.slice(0, pageSize).map(({ row, why }) => ({ key: String(row), cells: [row, why] }))}
          />
        ) : null}
        <LedgerTable
          caption="What would come in"
          columns={[{ head: 'Row', nowrap: true }, ...preview.value.heads.map((head) => ({ head }))]}
          rows={rows
            .slice((page - 1) * pageSize, page * pageSize)
            .map(({ row, cells }) => ({ key: String(row), cells: [row, ...cells] }))}
        />
        <Pager
          page={page}
          pageSize={pageSize}
          total={rows.length}
          hrefOf={(number) => previewAddress({ ...sheet, page: String(number) })}
        />
      </PageBody>
    </>
  )
}

const count = (n: number, what: string) => `${n.toLocaleString('en-US')} ${what}${n === 1 ? '' : 's'}`

function HowItWasRead({ preview: { encoding, read, notRead } }: { preview: Preview }) {
  return (
    <div className="my-3 max-w-prose">
      {encoding === 'Windows-1252' ? (
        <Callout tone="soon">
          The file is not in Unicode and was read as Windows-1252. Look whether names with accents are right;
          else save it as “CSV UTF-8”.
        </Callout>
      ) : null}
      {read.length > 0 ? (
        <p className="my-2">Read: {read.map(({ head, label }) => `“${head}” as ${label}`).join(', ')}.</p>
      ) : null}
      {notRead.length > 0 ? (
        <p className="my-2">Not read: {notRead.map((head) => `“${head}”`).join(', ')}.</p>
      ) : null}
    </div>
  )
}

function Faults({ faults }: { faults: Preview['faults'] }) {
  if (faults.length === 0) return null
  return (
    <section className="my-4">
      <Heading level={2}>{count(faults.length, 'fault')}</Heading>
      <ul className="blockers">
        {faults.slice(0, pageSize).map((fault) => (
          <li key={`${fault.row} ${fault.column} ${fault.sentence}`}>{faultSentence(fault)}</li>
        ))}
      </ul>
      {faults.length > pageSize ? (
        <p className="second">And {count(faults.length - pageSize, 'more')}.</p>
      ) : null}
    </section>
  )
}
