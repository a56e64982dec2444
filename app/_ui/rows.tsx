import { type ReactNode, useId } from 'react'
import { Caption } from './caption.tsx'

/** A list that empties: groups with their name and count in a margin, rows of reference, case, step, day and person. */
export function Rows({ plain, children }: { plain?: boolean; children: ReactNode }) {
  return <div className={plain ? 'rows plain' : 'rows'}>{children}</div>
}

/** A group, or with `plain` Rows the one nameless list. */
export function RowGroup({ name, count, children }: { name?: string; count?: number; children: ReactNode }) {
  const id = useId()
  return (
    <section className="row-group" aria-labelledby={name ? id : undefined}>
      {name ? (
        <h2 id={id}>
          {name}
          {count === undefined ? null : <span className="count">{count}</span>}
        </h2>
      ) : null}
      <ul>{children}</ul>
    </section>
  )
}

/**
 * One row: verb, reason, date, days. Enter goes to the step, `o` opens the thing itself.
 *
 * @param caption The case's name; `title` for what has none.
 * @param under Beside the caption: court and case number.
 * @param step The verb, a link to what is to be done. `why` follows it after a comma.
 * @param on The day (DateText), `away` how far it is (DaysAway), `person` initials, or a link that assigns.
 */
export function Row(props: {
  reference: ReactNode
  href?: string
  caption?: string
  title?: ReactNode
  under?: ReactNode
  step?: { words: ReactNode; href: string }
  why?: ReactNode
  on?: ReactNode
  away?: ReactNode
  person?: ReactNode
}) {
  const { reference, href, caption, title, under, step, why, on, away, person } = props
  return (
    <li className="row" data-row="">
      <span className="row-reference">
        {href ? (
          <a href={href} data-open="">
            {reference}
          </a>
        ) : (
          reference
        )}
      </span>
      <span className="row-title">
        {caption === undefined ? title : <Caption text={caption} />}
        {under ? (
          <>
            {' '}
            <span className="under">{under}</span>
          </>
        ) : null}
      </span>
      <span className="row-step">
        {step ? (
          <a href={step.href} data-next="">
            {step.words}
          </a>
        ) : null}
        {why ? (
          <span className="why-words">
            {step ? ', ' : null}
            {why}
          </span>
        ) : null}
      </span>
      <span className="row-on">{on}</span>
      <span className="row-away">{away}</span>
      <span className="row-person">{person}</span>
    </li>
  )
}

/** What was done since yesterday evening, so that the list is seen to empty. */
export function Cleared({ children }: { children: readonly ReactNode[] }) {
  return (
    <section className="cleared">
      <h2>Cleared</h2>
      {children}
    </section>
  )
}
