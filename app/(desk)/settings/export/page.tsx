import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { signedIn } from '#app/_auth/actor.ts'
import { Button, TextButton } from '#app/_ui/button.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { nounsFor } from '#db/export/nouns.ts'
import { SettingsTabs } from '../_parts/settings_tabs.tsx'

export const metadata: Metadata = { title: 'Export' }

export default async function ExportPage() {
  const actor = await signedIn()
  const nouns = nounsFor(actor)
  const holdsIdentities = nouns.some(({ isIdentity }) => isIdentity)
  return (
    <>
      <PageHead
        title="Export"
        under="Each list as a table for spreadsheets or as JSON. What is asked for is written into the history first."
        aside={<SettingsTabs current="/settings/export" />}
        next={
          <Ask list="everything" format="json">
            <Button look="filled">Export everything as JSON</Button>
          </Ask>
        }
        ruled
      />
      <PageBody>
        {holdsIdentities ? (
          <div className="mb-4 max-w-3xl">
            <Callout tone="soon">
              Everything, Subscribers and Mail say who the subscribers are. Keep such a file as you keep the
              papers, and destroy it when it has served.
            </Callout>
          </div>
        ) : null}
        <LedgerTable
          caption="The lists that you may export"
          columns={[
            { head: 'List' },
            { head: 'Says who subscribers are' },
            { head: 'CSV' },
            { head: 'JSON' },
          ]}
          rows={nouns.map(({ name, label, isIdentity }) => ({
            key: name,
            cells: [
              label,
              isIdentity ? 'Yes' : 'No',
              <Ask key="csv" list={name} format="csv">
                <TextButton>
                  CSV<span className="sr-only"> of {label}</span>
                </TextButton>
              </Ask>,
              <Ask key="json" list={name} format="json">
                <TextButton>
                  JSON<span className="sr-only"> of {label}</span>
                </TextButton>
              </Ask>,
            ],
          }))}
        />
        <p className="second my-4 max-w-prose">
          In CSV a text that a spreadsheet would take for a formula begins with an apostrophe more; the import
          reads it back as it was. Money is in dollars in CSV and in whole cents in JSON; times are in UTC.
          Papers themselves are downloaded where they stand.
        </p>
      </PageBody>
    </>
  )
}

/** A plain form: the answer is a file. */
function Ask({ list, format, children }: { list: string; format: 'csv' | 'json'; children: ReactNode }) {
  return (
    <form method="post" action="/settings/export/file">
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="format" value={format} />
      {children}
    </form>
  )
}
