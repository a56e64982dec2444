import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { LaneLetter } from '#app/_ui/states.tsx'
import type { ProductionPage } from '#db/queries/productions.ts'
import { shortHash } from '#lib/file/name.ts'
import { labelOf } from '#lib/kinds.ts'
import { rangeWords } from '#lib/production/bates.ts'
import { targetLetter } from '#lib/subpoena/target.ts'

/** What is handed over for each target; without what it is, for those who may not see subscribers. */
export function ItemsTable({ production }: { production: ProductionPage }) {
  const { items, row } = production
  const isRecords = row.kind === 'records'
  return (
    <LedgerTable
      caption="What it holds"
      spaced
      columns={[
        { head: 'Target' },
        { head: isRecords ? 'Document' : 'Answer' },
        ...(isRecords
          ? [{ head: 'Pages', align: 'end' } as const, { head: 'Numbered', hideOnPhone: true }]
          : []),
      ]}
      rows={items.map((item, index) => ({
        key: index,
        cells: [
          <Target key="target" item={item} />,
          <Document key="document" item={item} />,
          ...(isRecords
            ? [
                item.pages.toLocaleString('en-US'),
                item.batesFirst && item.batesLast
                  ? rangeWords({ first: item.batesFirst, last: item.batesLast })
                  : 'not numbered',
              ]
            : []),
        ],
      }))}
    />
  )
}

type Item = ProductionPage['items'][number]

function Target({ item: { target, line } }: { item: Item }) {
  return (
    <span className="flex gap-3">
      <LaneLetter letter={targetLetter(target)} />
      <span>
        {line ? `${labelOf('targetKinds', line.kind)} ${line.identifier}` : null}
        {line?.period ? <span className="under">{line.period}</span> : null}
        {line?.subscriber ? <span className="under">{line.subscriber}</span> : null}
      </span>
    </span>
  )
}

function Document({ item: { description, file } }: { item: Item }) {
  return (
    <>
      {description ?? <span className="third">not for your role</span>}
      {file ? <span className="under">file {shortHash(file.sha256)}</span> : null}
    </>
  )
}
