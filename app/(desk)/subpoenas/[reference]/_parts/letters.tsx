import { PaneSection } from '#app/_ui/panes.tsx'
import { Story } from '#app/_ui/story.tsx'
import { todayOf } from '#db/queries/office.ts'
import { requesterLetters } from '#db/queries/requester_letters.ts'
import { reader } from '#db/tx.ts'
import type { Actor } from '#lib/access/actor.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { labelOf } from '#lib/kinds.ts'

type Letter = Awaited<ReturnType<typeof requesterLetters>>[number]

/** The letters about the paper that went to who served it, each as a PDF to print. For who sees the case. */
export async function Letters({ actor, reference }: { actor: Actor; reference: string }) {
  const letters = await requesterLetters(actor, reference)
  if (letters.length === 0) return null
  const today = await todayOf(reader())
  return (
    <PaneSection title="Letters to the requester" meta={letters.length}>
      <Story
        entries={letters.map((letter) => ({
          key: letter.number,
          glyph: 'envelope',
          words: (
            <a href={`/subpoenas/${reference}/letters/${letter.number}/paper.pdf`}>
              {labelOf('paperKinds', letter.kind)}
            </a>
          ),
          under: [letter.by, wayOf(letter)].join(', '),
          when: formatShort(letter.on, today),
        }))}
      />
    </PaneSection>
  )
}

/** Only what the mail server took is sent; a written mail is no delivery. */
function wayOf({ to, mail, pages }: Letter): string {
  if (to === null) return `on paper, ${pages === 1 ? '1 page' : `${pages} pages`}: print it and send it`
  if (mail === 'sent') return `by e-mail to ${to}`
  return mail === 'waiting' ? `waits to go to ${to}` : `not delivered to ${to}: see Mail`
}
