import type { NoticeDraft } from '#db/notice_draft.ts'
import { toText } from '#lib/letters/mail.ts'

/** The letter word for word as it will go. */
export function LetterPreview({ draft, byPost }: { draft: NoticeDraft; byPost: boolean }) {
  const { letter, copyEnclosed } = draft
  return (
    <section aria-labelledby="letter" className="border border-line bg-page p-5">
      <h2 id="letter" className="font-semibold">
        The letter, as it will go
      </h2>
      <p className="second mb-3">{byPost ? printed(copyEnclosed) : mailed(letter.subject, copyEnclosed)}</p>
      <div lang={letter.language} className="whitespace-pre-line font-serif">
        {toText(letter)}
      </div>
    </section>
  )
}

const mailed = (subject: string, withCopy: boolean) =>
  `Subject: ${subject}. With it goes the same letter as a PDF${
    withCopy ? ', and the copy of the paper that counsel marked fit.' : '; the copy of the paper does not.'
  }`

const printed = (withCopy: boolean) =>
  withCopy
    ? 'It is printed on our paper. Enclose the copy of the subpoena, which counsel marked fit.'
    : 'It is printed on our paper. The copy of the subpoena does not go with it.'
