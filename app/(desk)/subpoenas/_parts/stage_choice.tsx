import type { StageCounts } from '#db/queries/subpoenas_list.ts'
import {
  endedStages,
  type ListFilter,
  listAddress,
  openStages,
  type StageChoice,
} from '#lib/subpoena/list_filter.ts'
import { stageLabels } from '#lib/subpoena/stage.ts'

/** The stages in the margin, each with the count of its list; on a narrow screen they lie in one line. */
export function StageChoices({ filter, counts }: { filter: ListFilter; counts: StageCounts }) {
  const groups: (readonly StageChoice[])[] = [['open', ...openStages], endedStages, ['all']]
  return (
    <nav
      aria-label="Stage"
      className="no-print flex overflow-x-auto border-b border-line px-(--margin) min-[64rem]:block min-[64rem]:overflow-visible min-[64rem]:border-b-0 min-[64rem]:mr-5 min-[64rem]:py-1.5 min-[64rem]:pr-0"
    >
      {groups.map((group) => (
        <ul
          key={group[0]}
          className="flex border-strong not-first:ml-4 not-first:border-l not-first:pl-4 max-[63.99rem]:gap-4 min-[64rem]:block min-[64rem]:not-first:mt-2 min-[64rem]:not-first:ml-0 min-[64rem]:not-first:border-t min-[64rem]:not-first:border-l-0 min-[64rem]:not-first:pt-2 min-[64rem]:not-first:pl-0"
        >
          {group.map((stage) => (
            <li key={stage}>
              <a
                href={listAddress(filter, { stage })}
                aria-current={filter.stage === stage ? 'page' : undefined}
                className="relative flex h-9 items-center gap-1.5 whitespace-nowrap text-second no-underline hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink max-[63.99rem]:border-y-3 max-[63.99rem]:border-transparent max-[63.99rem]:aria-[current]:border-b-accent max-mid:h-11 min-[64rem]:h-7 min-[64rem]:aria-[current]:before:absolute min-[64rem]:aria-[current]:before:inset-y-0 min-[64rem]:aria-[current]:before:-left-2.25 min-[64rem]:aria-[current]:before:border-l-3 min-[64rem]:aria-[current]:before:border-accent min-[64rem]:aria-[current]:before:content-['']"
              >
                {labelOf(stage)}
                <span className="count">{counts[stage].toLocaleString('en-US')}</span>
              </a>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  )
}

function labelOf(stage: StageChoice): string {
  if (stage === 'open') return 'Open'
  return stage === 'all' ? 'Everything' : stageLabels[stage]
}
