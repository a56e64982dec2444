import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { Buttons, LinkButton } from '#app/_ui/button.tsx'
import { Callout, Empty } from '#app/_ui/messages.tsx'
import { Story } from '#app/_ui/story.tsx'
import { termsOf } from '#db/queries/review.ts'
import { isPermitted } from '#lib/access/actor.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { labelOf } from '#lib/kinds.ts'
import { againstTerms } from '#lib/terms/terms.ts'
import { Letters } from '../_parts/letters.tsx'
import { Step } from '../_parts/step.tsx'
import { isAct, type TermsAct, termsActs } from './acts.ts'

type Asked = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Terms, ${(await params).reference}` }
}

export default async function TermsPage({ params }: Asked) {
  const actor = await signedIn()
  const { reference } = await params
  const terms = await termsOf(actor, reference)
  if (!terms) notFound()
  const { row, facts, events, today } = terms
  const all = Object.keys(termsActs).filter(isAct)
  const open = all.filter(
    (act) => isPermitted(actor, termsActs[act].may) && !againstTerms(facts, termsActs[act].become),
  )
  const [first] = all.flatMap((act) => againstTerms(facts, termsActs[act].become) ?? [])
  return (
    <Step
      subpoena={row}
      title="Terms of compensation"
      does="The requester pays for research, pages and parcels. Acceptance needs the terms sent; a release needs them agreed, waived by counsel, or not applicable. Notice and hold never wait for them."
    >
      {events.length === 0 ? (
        <Empty title="Nothing was sent yet.">
          The letter carries the rates, the payee and a form to sign.
        </Empty>
      ) : (
        <Story
          entries={events.map(({ kind, reason, onDate, by, at, fileSha256 }) => ({
            key: at + kind,
            glyph: kind === 'refused' ? 'barred-circle' : kind === 'sent' ? 'envelope' : 'tick',
            words: labelOf('termsKinds', kind),
            under: (
              <>
                {[by, reason].filter(Boolean).join('. ')}
                {fileSha256 ? (
                  <>
                    {' '}
                    <a href={`/subpoenas/${reference}/files/${fileSha256}`} download>
                      Its paper
                    </a>
                  </>
                ) : null}
              </>
            ),
            when: formatShort(onDate, today),
          }))}
        />
      )}
      {open.length === 0 && first ? <Callout>{first.refusal.sentence}</Callout> : null}
      <Buttons>
        {open.map((act) => (
          <LinkButton
            key={act}
            href={`/subpoenas/${reference}/terms/${act}`}
            look={act === nextAct(facts.terms) ? 'filled' : 'outlined'}
          >
            {termsActs[act].link}
          </LinkButton>
        ))}
      </Buttons>
      <Letters actor={actor} reference={reference} />
    </Step>
  )
}

const nextAct = (terms: string | null): TermsAct | null =>
  terms === null ? 'send' : terms === 'sent' ? 'agreed' : terms === 'refused' ? 'waive' : null
