import { atTheDesk } from '#app/_auth/actor.ts'
import { Tabs } from '#app/_ui/tabs.tsx'
import { mayOpen } from '#lib/access/pages.ts'

const tabs = [
  { label: 'Office', href: '/settings/office' },
  { label: 'Policy', href: '/settings/policy' },
  { label: 'Holidays', href: '/settings/holidays' },
  { label: 'People', href: '/settings/people' },
  { label: 'Machines', href: '/settings/machines' },
  { label: 'API', href: '/settings/api' },
] as const

/** The pages of Settings, those that are for who is asking. */
export async function SettingsTabs({ current }: { current: (typeof tabs)[number]['href'] }) {
  const actor = await atTheDesk()
  return <Tabs label="Settings" tabs={tabs.filter(({ href }) => mayOpen(actor, href))} current={current} />
}
