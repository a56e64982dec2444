import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { FootKeys, type KeyLine } from '#app/_ui/foot_keys.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Tabs } from '#app/_ui/tabs.tsx'
import { assignSubpoena } from '#db/commands/subpoena/assign.ts'
import { type TodayPage, todayPage } from '#db/queries/today.ts'
import { type Actor, isPermitted } from '#lib/access/actor.ts'
import { mayOpen } from '#lib/access/pages.ts'
import { formatDay } from '#lib/calendar/format.ts'
import type { Whose } from '#lib/today/board.ts'
import { type Clock, clocks } from '#lib/today/fortnight.ts'
import { type Group, groups } from '#lib/today/task.ts'
import { ClearedFoot } from './_parts/cleared_foot.tsx'
import { ClockList } from './_parts/clock_list.tsx'
import { NothingNeedsAPerson } from './_parts/nothing.tsx'
import { Strip } from './_parts/strip.tsx'
import { TaskRows } from './_parts/task_rows.tsx'

export const metadata: Metadata = { title: 'Today' }

type Asked = Record<'whose' | 'group' | 'clock' | 'on', string | string[] | undefined>

/** What needs a person now, as a list that empties. */
export default async function Today({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await signedIn()
  const asked = await searchParams
  const whose = oneOf(asked.whose, ['mine', 'unassigned'] as const) ?? 'everyone'
  const group = oneOf(asked.group, Object.keys(groups) as Group[])
  const clock = oneOf(asked.clock, Object.keys(clocks) as Clock[])
  const page = await todayPage(actor, whose)
  const { today, counts } = page
  return (
    <>
      <PageHead
        title={formatDay(today)}
        inline={sentence(page, actor)}
        aside={isPermitted(actor, assignSubpoena.may) ? <WhoseTabs counts={counts} whose={whose} /> : null}
      />
      {page.clocks.size > 0 ? <Strip page={page} /> : null}
      {clock ? (
        <ClockList page={page} clock={clock} on={[asked.on].flat()[0]} />
      ) : page.groups.length === 0 ? (
        <NothingNeedsAPerson page={page} whose={whose} actor={actor} />
      ) : (
        <TaskRows page={page} actor={actor} only={group} whose={whose} />
      )}
      <ClearedFoot page={page} />
      <FootKeys keys={keysOf(actor)} />
    </>
  )
}

/** Only for those who look after subpoenas: to the others nothing is ever assigned. */
function WhoseTabs({ counts, whose }: { counts: TodayPage['counts']; whose: Whose }) {
  return (
    <Tabs
      label="Whose"
      current={hrefOf(whose)}
      tabs={[
        { label: 'Everyone’s', count: counts.everyone, href: hrefOf('everyone') },
        { label: 'Mine', count: counts.mine, href: hrefOf('mine') },
        { label: 'Unassigned', count: counts.unassigned, href: hrefOf('unassigned') },
      ]}
    />
  )
}

/** The keys of this page, as far as this person has a use for them. */
function keysOf(actor: Actor): KeyLine[] {
  return [
    { keys: ['j', 'k'], does: 'rows' },
    { keys: ['Enter'], does: 'do the next step' },
    { keys: ['o'], does: 'open' },
    ...(isPermitted(actor, assignSubpoena.may) ? [{ keys: ['e'], does: 'assign' }] : []),
    ...(mayOpen(actor, '/subpoenas') ? [{ keys: ['/'], does: 'search' }] : []),
    ...(mayOpen(actor, '/subpoenas/new') ? [{ keys: ['n'], does: 'new' }] : []),
    ...(mayOpen(actor, '/subpoenas') ? [{ keys: ['g', 'q'], does: 'subpoenas' }] : []),
    ...(mayOpen(actor, '/invoices') ? [{ keys: ['g', 'i'], does: 'invoices' }] : []),
  ]
}

function sentence({ counts, cleared }: TodayPage, actor: Actor): string {
  const things = counts.everyone === 1 ? '1 thing needs a person' : `${counts.everyone} things need a person`
  const count = cleared.things.length
  const done = count === 0 ? '' : ` ${count} ${count === 1 ? 'was' : 'were'} cleared since ${cleared.words}.`
  const own = actor.roles.length > 0 && counts.mine > 0 ? `, ${counts.mine} of them yours` : ''
  return `${things}${own}.${done}`
}

const hrefOf = (whose: Whose) => (whose === 'everyone' ? '/today' : `/today?whose=${whose}`)

function oneOf<Value extends string>(
  given: string | string[] | undefined,
  known: readonly Value[],
): Value | undefined {
  const [first] = [given].flat()
  return known.find((value) => value === first)
}
