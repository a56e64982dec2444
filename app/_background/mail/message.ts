import MailComposer from 'nodemailer/lib/mail-composer'
import type { AttachmentContent } from '#db/mail/attachments.ts'
import type { MailRow } from '#db/mail/row.ts'
import { withLinksOpened } from '#db/sealed_link.ts'

export type From = { readonly name: string; readonly address: string }

/**
 * The mail as bytes: plain text and HTML of the same letter, what goes along, the fixed Message-ID and the time at
 * which it was written, so that the same mail sent twice is the same mail.
 */
export async function messageOf(
  mail: MailRow,
  from: From,
  attachments: readonly AttachmentContent[],
): Promise<Buffer> {
  const words = mail.kind === 'sign-in' ? withLinksOpened : (text: string) => text
  const composer = new MailComposer({
    from,
    to: { name: '', address: mail.toAddress },
    subject: mail.subject,
    text: words(mail.text),
    html: words(mail.html),
    attachments: [...attachments],
    messageId: mail.messageId,
    date: new Date(mail.createdAt),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}
