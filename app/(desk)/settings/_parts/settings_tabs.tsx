import { atTheDesk } from '#app/_auth/actor.ts'
import { Tabs } from '#app/_ui/tabs.tsx'
import { openRestoration } from '#db/queries/restoration.ts'
import { reader } from '#db/tx.ts'
import { mayOpen } from '#lib/access/pages.ts'

const tabs = [
  { label: 'Office', href: '/settings/office' },
  { label: 'Policy', href: '/settings/policy' },
  { label: 'Holidays', href: '/settings/holidays' },
  { label: 'People', href: '/settings/people' },
  { label: 'Machines', href: '/settings/machines' },
  { label: 'API', href: '/settings/api' },
  { label: 'Health', href: '/settings/health' },
  { label: 'Restored', href: '/settings/restored' },
  { label: 'Import', href: '/settings/import' },
  { label: 'Export', href: '/settings/export' },
] as const

/** The pages of Settings, those that are for who is asking; Restored only after a restore. */
export async function SettingsTabs({ current }: { current: (typeof tabs)[number]['href'] }) {
  const actor = await atTheDesk()
  const isRestored = (await openRestoration(reader())) !== null
  const shown = tabs.filter(
    ({ href }) => mayOpen(actor, href) && (isRestored || href === current || href !== '/settings/restored'),
  )
  return <Tabs label="Settings" tabs={shown} current={current} />
}
