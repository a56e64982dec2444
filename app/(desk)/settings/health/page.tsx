import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { healthFacts } from '#app/_health/facts.ts'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { Mark } from '#app/_ui/states.tsx'
import { type HealthName, type HealthState, healthOf } from '#lib/health/lines.ts'
import { SettingsTabs } from '../_parts/settings_tabs.tsx'

export const metadata: Metadata = { title: 'Health' }

const names: Readonly<Record<HealthName, string>> = {
  database: 'Database',
  clockwork: 'Clockwork',
  mail: 'Mail',
  disk: 'Disk',
  backup: 'Backup',
}

const marks = {
  ok: { glyph: 'tick', words: 'Well' },
  warn: { glyph: 'dot', tone: 'ochre', words: 'Look at it', bold: true },
  fail: { glyph: 'triangle', tone: 'brick', words: 'Not well', bold: true },
} as const satisfies Record<HealthState, object>

export default async function HealthPage() {
  await signedIn()
  const health = healthOf(await healthFacts())
  return (
    <>
      <PageHead
        title="Health"
        under="How the desk is at this moment. A program that watches it asks /health for the same."
        aside={<SettingsTabs current="/settings/health" />}
        ruled
      />
      <PageBody>
        <LedgerTable
          caption="How the desk is"
          columns={[{ head: 'What' }, { head: 'State', nowrap: true }, { head: 'Why' }]}
          rows={(Object.keys(names) as HealthName[]).map((name) => ({
            key: name,
            cells: [names[name], <Mark key="state" {...marks[health[name].state]} />, health[name].sentence],
          }))}
        />
      </PageBody>
    </>
  )
}
