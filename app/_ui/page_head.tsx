import type { ReactNode } from 'react'
import { Caption } from './caption.tsx'

export type Crumb = { readonly label: ReactNode; readonly href?: string }

/**
 * What this is, what is next and by when. Give `caption` for a case, `title` for all else; one a page.
 *
 * @param crumbs The first leads up, the second is this thing's number, the rest are facts.
 * @param inline A sentence on the title's own line.
 * @param under The second line.
 * @param figure The one number of the page and what it means: "3 days left", the balance.
 * @param nextWords Over the buttons: by when, or that there is nothing to do.
 * @param next The next step's one filled button, and others outlined.
 */
export function PageHead(props: {
  crumbs?: readonly Crumb[]
  caption?: string
  title?: ReactNode
  inline?: ReactNode
  under?: ReactNode
  figure?: { value: ReactNode; lines: readonly ReactNode[] }
  nextWords?: ReactNode
  next?: ReactNode
  /** Links at the right, as Tabs. */
  aside?: ReactNode
  ruled?: boolean
}) {
  const { crumbs, caption, title, inline, under, figure, nextWords, next, aside, ruled } = props
  return (
    <div className={ruled ? 'page-head ruled' : 'page-head'}>
      <div className="page-head-words">
        {crumbs ? <Crumbs crumbs={crumbs} /> : null}
        <div className="page-head-line">
          <h1>{caption === undefined ? title : <Caption text={caption} />}</h1>
          {inline ? <p>{inline}</p> : null}
        </div>
        {under ? <p>{under}</p> : null}
      </div>
      {aside}
      {figure ? (
        <p className="figure">
          <strong>{figure.value}</strong>
          {figure.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one figure have no other name
            <span key={index}>{line}</span>
          ))}
        </p>
      ) : null}
      {nextWords || next ? (
        <div className="next-step">
          {nextWords ? <p>{nextWords}</p> : null}
          {next ? <div className="buttons">{next}</div> : null}
        </div>
      ) : null}
    </div>
  )
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav className="crumbs" aria-label="Where this is">
      <ol>
        {crumbs.map(({ label, href }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the crumbs of one page keep their places
          <li key={index}>{href ? <a href={href}>{label}</a> : label}</li>
        ))}
      </ol>
    </nav>
  )
}
