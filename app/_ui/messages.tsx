import type { ReactNode } from 'react'
import { Glyph, type GlyphName } from './glyph.tsx'

/** The rules said no: the sentence, and what would mend it as a link. It is read out when it appears. */
export function Refusal({ sentence, children }: { sentence: ReactNode; children?: ReactNode }) {
  return (
    <div className="refusal" role="alert">
      <Glyph name="barred-circle" />
      <div>
        <p>
          {sentence} {children}
        </p>
      </div>
    </div>
  )
}

const glyphs = { brick: 'triangle', soon: 'dot', plain: 'lines', done: 'tick' } as const satisfies Record<
  string,
  GlyphName
>

/** Something that must be read. `brick` collides or is late, `soon` is due, `plain` is a fact, `done` was carried out. */
export function Callout({ tone = 'plain', children }: { tone?: keyof typeof glyphs; children: ReactNode }) {
  return (
    <div className={`callout ${tone}`} role={tone === 'done' ? 'status' : undefined}>
      <Glyph name={glyphs[tone]} />
      <div>{children}</div>
    </div>
  )
}

export type Blocker = {
  readonly key: string
  /** Whose lanes: "A, B" or "All". */
  readonly who?: string
  readonly sentence: ReactNode
  /** What would clear it. */
  readonly clear?: { words: string; href: string }
}

/** What stands in the way, as sentences with one link each. The count stands in the head over them. */
export function Blockers({ blockers }: { blockers: readonly Blocker[] }) {
  return (
    <ul className="blockers">
      {blockers.map(({ key, who, sentence, clear }) => (
        <li key={key}>
          <Glyph name="barred-circle" />
          <span>
            {who ? <b>{who}: </b> : null}
            {sentence} {clear ? <a href={clear.href}>{clear.words}</a> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** An empty list teaches: what is not there, and what will bring it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{title}</p>
      {children ? <p>{children}</p> : null}
    </div>
  )
}

/** Under the fortnight: which two days of a subpoena cannot both be kept. */
export function Collides({ what, href, children }: { what: string; href: string; children: ReactNode }) {
  return (
    <p className="collides">
      <Glyph name="triangle" tone="brick" /> <b>{what} collides:</b> {children} <a href={href}>Answer it</a>
    </p>
  )
}
