import { Tabs } from '#app/_ui/tabs.tsx'

const tabs = [
  { label: 'Office', href: '/settings/office' },
  { label: 'Policy', href: '/settings/policy' },
  { label: 'Holidays', href: '/settings/holidays' },
  { label: 'People', href: '/settings/people' },
] as const

/** The pages of Settings. */
export function SettingsTabs({ current }: { current: (typeof tabs)[number]['href'] }) {
  return <Tabs label="Settings" tabs={tabs} current={current} />
}
