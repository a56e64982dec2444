import { PaneSection } from '#app/_ui/panes.tsx'
import { DateText, DaysAway } from '#app/_ui/values.tsx'
import { DerivationTable } from '#app/_ui/why_date.tsx'
import type { SubpoenaCase } from '#db/queries/subpoena_case.ts'
import type { SubpoenaHead } from '#db/queries/subpoena_page.ts'

/**
 * Every clock with the way to its day. It stands on the page when asked for, and always on its print: a day without its
 * reasons proves nothing in a file.
 */
export function WhyTheseDates(props: { head: SubpoenaHead; theCase: SubpoenaCase; shown: boolean }) {
  const { head, theCase, shown } = props
  const { today, reference } = head
  return (
    <div id="why-these-dates" className={shown ? 'border-t border-strong' : 'hidden print:block'}>
      <PaneSection
        title="Every clock, and why"
        meta={theCase.marks.length}
        aside={shown ? <a href={`/subpoenas/${reference}`}>Put away</a> : undefined}
      >
        <ol className="grid gap-x-10 gap-y-3 wide:grid-cols-2">
          {theCase.marks.map(({ on, words, derivation }) => (
            <li key={`${on} ${words}`}>
              <p className="flex flex-wrap gap-x-3 border-t border-line pt-2">
                <b>
                  <DateText date={on} today={today} />
                </b>
                <span>{words}</span>
                {on >= today ? <DaysAway date={on} today={today} /> : null}
              </p>
              {derivation ? (
                <>
                  <DerivationTable derivation={derivation} today={today} />
                  <p className="second">
                    Rule {derivation.rule}, version {derivation.version}. {derivation.source}.
                    {derivation.calendars.length > 0
                      ? ` Calendars: ${derivation.calendars.join(', ')}.`
                      : null}
                  </p>
                </>
              ) : null}
            </li>
          ))}
        </ol>
      </PaneSection>
    </div>
  )
}
