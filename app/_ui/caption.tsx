import { captionParts } from './caption_parts.ts'

/** A case's name as the law reports set it: parties upright, *v.* and *In re* italic. The text itself is unchanged. */
export function Caption({ text }: { text: string }) {
  return (
    <span className="caption serif">
      {captionParts(text).map((part, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one unchanging text have no other name
        part.italic ? <i key={index}>{part.text}</i> : part.text,
      )}
    </span>
  )
}

/** Words quoted from a paper: a demand, a reason. Line breaks are kept. */
export function Quoted({ text }: { text: string }) {
  return <blockquote className="quoted">{text}</blockquote>
}
