type Part = { readonly text: string; readonly italic: boolean }

/** Splits a caption for display only; the parts joined are the caption again, character for character. */
export function captionParts(caption: string): Part[] {
  return caption
    .split(/(?<=\s)(v\.|vs\.)(?=\s)|^(In re)(?=\s)/u)
    .filter((text) => text !== undefined && text !== '')
    .map((text) => ({ text, italic: /^(v\.|vs\.|In re)$/.test(text) }))
}
