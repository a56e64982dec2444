/** What goes along with a mail: one of our own papers, or a stored file, under a safe file name. */
export type Attachment = {
  readonly filename: string
  readonly contentType: string
  readonly paperId?: number
  readonly sha256?: string
}
