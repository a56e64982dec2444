import { LinkButton } from '#app/_ui/button.tsx'
import { Caption, Quoted } from '#app/_ui/caption.tsx'
import { PaneBody, PaneFoot, PaneHead } from '#app/_ui/panes.tsx'
import { Mark } from '#app/_ui/states.tsx'
import type { SubpoenaCase } from '#db/queries/subpoena_case.ts'
import type { SubpoenaHead } from '#db/queries/subpoena_page.ts'
import { paperWords, shortHash } from '#lib/file/name.ts'

/** The paper as it came: kept bit for bit, to be downloaded and never shown here, since a stranger sent it. */
export function ServedPaper({ head, theCase }: { head: SubpoenaHead; theCase: SubpoenaCase }) {
  const { paper, recordsRequested } = theCase
  const { reference, court, caseNumber, caption } = head
  const page = `/subpoenas/${reference}`
  const pages = paper.pages === null ? undefined : paper.pages === 1 ? '1 page' : `${paper.pages} pages`
  return (
    <>
      <PaneHead title="Served paper" meta={pages} />
      <PaneBody>
        <div className="mb-4 border border-strong bg-page px-6 py-5">
          <p className="second text-center">{[court, caseNumber].filter(Boolean).join(' · ')}</p>
          <p className="serif text-caption text-center">
            {caption ? <Caption text={caption} /> : 'A case without a name'}
          </p>
          {recordsRequested ? (
            <Quoted text={recordsRequested} />
          ) : (
            <p className="second my-3">
              What it asks for was not typed in. <a href={`${page}/edit`}>Add it from the paper</a>.
            </p>
          )}
          <p className="second border-t border-line pt-2">
            As typed from the paper. Only what is asked for, and only of the targets, may go into a
            production.
          </p>
        </div>
        <p className="flex flex-wrap items-center gap-3">
          <LinkButton href={`${page}/paper`} download keys="d">
            Download
          </LinkButton>
          {paper.isSpreadsheet ? (
            <a href={`${page}/served-paper`}>File the served paper</a>
          ) : (
            <Mark glyph="ring" words="Not read yet: it is read once it is downloaded" wraps />
          )}
        </p>
        {paper.isSpreadsheet ? (
          <p className="second mt-3">
            Taken over from an old spreadsheet, which stands here until the paper itself is filed.
          </p>
        ) : null}
      </PaneBody>
      <PaneFoot>
        {paper.name}, {paperWords(paper)}, kept as received · SHA-256{' '}
        <span title={paper.sha256}>{shortHash(paper.sha256)}</span>
      </PaneFoot>
    </>
  )
}
