import { type ReactNode, useId } from 'react'

/**
 * Panes, not cards: paper, data and rail, divided by hairlines. Below 1280 the rail goes under the header; below 760
 * all stacks: rail, data, paper.
 */
export function Panes(props: {
  layout: 'paper-data-rail' | 'paper-data' | 'data-rail'
  children: ReactNode
}) {
  return <div className={`panes ${props.layout}`}>{props.children}</div>
}

export function Pane({ kind, children }: { kind: 'paper' | 'data' | 'rail'; children: ReactNode }) {
  return <div className={`pane ${kind}`}>{children}</div>
}

/** A named part of a pane, with its head. `firstOnPhone` puts it over the others of its rail there. */
export function PaneSection(props: {
  title: string
  meta?: ReactNode
  aside?: ReactNode
  firstOnPhone?: boolean
  children: ReactNode
}) {
  const id = useId()
  const { title, meta, aside, firstOnPhone, children } = props
  return (
    <section className={firstOnPhone ? 'pane-section first-on-phone' : 'pane-section'} aria-labelledby={id}>
      <div className="pane-head">
        <h2 id={id}>{title}</h2>
        {meta ? <span className="meta">{meta}</span> : null}
        {aside ? <span className="aside">{aside}</span> : null}
      </div>
      <div className="pane-body">{children}</div>
    </section>
  )
}

/** A head that holds tabs, or a title with facts, over a pane whose body is its own. */
export function PaneHead(props: { title?: string; tabs?: ReactNode; meta?: ReactNode; aside?: ReactNode }) {
  const { title, tabs, meta, aside } = props
  return (
    <div className={tabs ? 'pane-head tabbed' : 'pane-head'}>
      {title ? <h2>{title}</h2> : null}
      {tabs}
      {meta ? <span className="meta">{meta}</span> : null}
      {aside ? <span className="aside">{aside}</span> : null}
    </div>
  )
}

export function PaneBody({ children }: { children: ReactNode }) {
  return <div className="pane-body">{children}</div>
}

/** What is known of the thing in the pane: its size, its hash, where to download it. */
export function PaneFoot({ children }: { children: ReactNode }) {
  return <p className="pane-foot">{children}</p>
}

/** A page that has no panes. `form` is as wide as a form reads well, `text` as a column of words. */
export function PageBody({
  width = 'full',
  children,
}: {
  width?: 'full' | 'form' | 'text'
  children: ReactNode
}) {
  return <div className={`page-body ${width}`}>{children}</div>
}

/** A heading over one thing inside a pane, with a link or a few words at its right. */
export function Heading({
  level = 3,
  children,
  aside,
}: {
  level?: 2 | 3 | 4
  children: ReactNode
  aside?: ReactNode
}) {
  const Level = `h${level}` as const
  return (
    <div className="heading">
      <Level>{children}</Level>
      {aside ? <span>{aside}</span> : null}
    </div>
  )
}

/** Labels and what stands in the file under them. A fact that is empty is not shown. */
export function Facts({ facts }: { facts: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
