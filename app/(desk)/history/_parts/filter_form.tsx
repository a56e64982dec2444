import { Button } from '#app/_ui/button.tsx'
import { Input, Select } from '#app/_ui/inputs.tsx'
import { commands } from '#db/commands/index.ts'
import type { HistoryPage } from '#db/queries/history.ts'
import { commandWords, type HistoryFilter } from '#lib/history/filter.ts'

/** Who, what and about which; what was chosen stands in the address, so that it can be kept and sent on. */
export function FilterForm(props: { filter: HistoryFilter; page: HistoryPage; seesCases: boolean }) {
  const { filter, page, seesCases } = props
  const { person, command, about } = filter
  const readable = commands.filter(({ seenBy }) => seesCases || seenBy === 'all')
  return (
    <search className="no-print">
      <form
        action="/history"
        method="get"
        className="grid grid-cols-2 items-start gap-x-3.5 gap-y-2 px-(--margin) pb-3.5 mid:flex"
      >
        <Select
          name="person"
          label="Who"
          value={person ?? ''}
          empty="Anyone"
          options={namesWith(page.people, person).map((name) => ({ value: name, label: name }))}
        />
        <Select
          name="command"
          label="What"
          value={command ?? ''}
          empty="Anything"
          options={namesWith(readable.map(({ command }) => command).toSorted(), command).map((name) => ({
            value: name,
            label: commandWords(name),
          }))}
        />
        <div className="col-span-2 mid:w-64">
          <Input
            name="about"
            label="Subpoena or invoice"
            value={about}
            placeholder="S-2026-00042"
            maxLength={200}
            error={page.unknown === 'about' ? 'There is none with this number.' : undefined}
          />
        </div>
        <div className="flex items-center gap-3.5 mid:mt-5">
          <Button>Show</Button>
          {person || command || about ? <a href="/history">Clear</a> : null}
        </div>
      </form>
    </search>
  )
}

/** What is asked for stands among the choices even where it is none, so that the form says what the list shows. */
const namesWith = (names: readonly string[], asked: string | null): readonly string[] =>
  asked === null || names.includes(asked) ? names : [asked, ...names]
