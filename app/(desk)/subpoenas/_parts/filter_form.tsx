import type { ReactNode } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Glyph } from '#app/_ui/glyph.tsx'
import { Input, Select } from '#app/_ui/inputs.tsx'
import type { SubpoenasList } from '#db/queries/subpoenas_list.ts'
import { billingLabels } from '#lib/billing/labels.ts'
import { listAddress, sorts } from '#lib/subpoena/list_filter.ts'

/** Words, money, person and order; what was chosen stands in the address, so that it can be kept and sent on. */
export function FilterForm({ list, seesMoney }: { list: SubpoenasList; seesMoney: boolean }) {
  const { filter, people, requester } = list
  const { stage, billing, person, text, sort } = filter
  const names = person && !['mine', 'unassigned', ...people].includes(person) ? [person, ...people] : people
  const isFiltered = text !== '' || billing !== null || person !== null || filter.requester !== null
  return (
    <search className="no-print">
      <form
        action="/subpoenas"
        method="get"
        className="flex flex-wrap items-end gap-x-3.5 gap-y-2 px-(--margin) pb-3.5"
      >
        <input type="hidden" name="stage" value={stage} />
        {filter.requester ? <input type="hidden" name="requester" value={filter.requester} /> : null}
        <div className="min-w-0 flex-1 mid:w-80 mid:flex-none">
          <Input
            name="text"
            label="Words"
            value={text}
            placeholder="Reference, caption, case no., requester, target"
            maxLength={200}
          />
        </div>
        <More isOpen={billing !== null || person !== null || sort !== 'newest'}>
          {seesMoney ? (
            <Select
              name="billing"
              label="Billing"
              value={billing ?? ''}
              empty="Any"
              options={Object.entries(billingLabels).map(([value, label]) => ({ value, label }))}
            />
          ) : null}
          <Select
            name="person"
            label="Looked after by"
            value={person ?? ''}
            empty="Anyone"
            options={[
              { value: 'mine', label: 'Me' },
              { value: 'unassigned', label: 'Nobody yet' },
              ...names.map((name) => ({ value: name, label: name })),
            ]}
          />
          <Select
            name="sort"
            label="First"
            value={sort}
            options={Object.entries(sorts).map(([value, label]) => ({ value, label }))}
          />
        </More>
        <Button>Show</Button>
        {isFiltered ? (
          <p className="self-center max-mid:basis-full mid:mt-5">
            {requester ? <>Served by or billed to {requester}. </> : null}
            <a href={listAddress({ stage: filter.stage, sort })}>{filter.requester ? 'Show all' : 'Clear'}</a>
          </p>
        ) : null}
      </form>
    </search>
  )
}

/** On a telephone what is chosen less often is folded away; elsewhere it stands in the line, folded or not. */
function More({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  return (
    <details
      open={isOpen}
      className="max-mid:order-1 max-mid:basis-full mid:contents mid:[&::details-content]:contents mid:[&::details-content]:[content-visibility:visible]"
    >
      <summary className="py-2.5 text-small text-second mid:supports-[selector(::details-content)]:hidden">
        <Glyph name="down" /> Billing, person, order
      </summary>
      <div className="grid grid-cols-2 gap-x-3.5 gap-y-2 mid:contents">{children}</div>
    </details>
  )
}
