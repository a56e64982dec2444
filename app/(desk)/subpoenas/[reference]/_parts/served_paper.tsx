import { LinkButton } from '#app/_ui/button.tsx'
import { Quoted } from '#app/_ui/caption.tsx'
import { Heading, PaneBody, PaneFoot, PaneHead } from '#app/_ui/panes.tsx'
import { Mark } from '#app/_ui/states.tsx'
import type { SubpoenaCase } from '#db/queries/subpoena_case.ts'
import type { SubpoenaHead } from '#db/queries/subpoena_page.ts'
import { paperWords, shortHash } from '#lib/file/name.ts'

/** The paper as it came: kept bit for bit, to be downloaded and never shown here, since a stranger sent it. */
export function ServedPaper({ head, theCase }: { head: SubpoenaHead; theCase: SubpoenaCase }) {
  const { paper, recordsRequested } = theCase
  const href = `/subpoenas/${head.reference}/paper`
  const pages = paper.pages === null ? undefined : paper.pages === 1 ? '1 page' : `${paper.pages} pages`
  return (
    <>
      <PaneHead title="Served paper" meta={pages} />
      <PaneBody>
        <p className="break-words">{paper.name}</p>
        <p className="second">
          <Mark glyph="ring" words="Not read yet: it is read after it is downloaded." wraps />
        </p>
        <p className="mt-3">
          <LinkButton href={href} download keys="d">
            Download
          </LinkButton>
        </p>
        <Heading>Asked for</Heading>
        {recordsRequested ? (
          <Quoted text={recordsRequested} />
        ) : (
          <p className="second">
            What it asks for was not typed in.{' '}
            <a href={`/subpoenas/${head.reference}/edit`}>Add it from the paper</a>.
          </p>
        )}
        <p className="second">Only what is asked for, and only of the targets, may go into a production.</p>
      </PaneBody>
      <PaneFoot>
        {paperWords(paper)}, kept as received · SHA-256{' '}
        <span title={paper.sha256}>{shortHash(paper.sha256)}</span>
      </PaneFoot>
    </>
  )
}
