import type { NoticeDraft } from '#db/notice_draft.ts'
import { toText } from '#lib/letters/mail.ts'

/** The letter word for word as it will go. */
export function LetterPreview({ draft }: { draft: NoticeDraft }) {
  const { letter, copyEnclosed } = draft
  return (
    <section aria-labelledby="letter" className="border border-line bg-page p-5">
      <h2 id="letter" className="font-semibold">
        The letter, as it will go
      </h2>
      <p className="second mb-3">
        Subject: {letter.subject}. With it goes the same letter as a PDF
        {copyEnclosed
          ? ', and the copy of the paper that counsel marked fit.'
          : '; the copy of the paper does not.'}
      </p>
      <div lang={letter.language} className="whitespace-pre-line font-serif">
        {toText(letter)}
      </div>
    </section>
  )
}
