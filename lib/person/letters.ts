import { escapeHtml } from '#lib/letters/plain.ts'

export type LinkFacts = {
  readonly purpose: 'invite' | 'reset'
  readonly person: string
  /** Who asked for it. */
  readonly by: string
  readonly office: string
  /** The place of the link in the words. */
  readonly link: string
  /** How long it opens: "seven days". */
  readonly opensFor: string
}

/** The mail that carries a one-time link: an invitation to the desk, or a reset of one's password. */
export function linkLetter(facts: LinkFacts): { subject: string; text: string; html: string } {
  const { purpose, person, by, office, link, opensFor } = facts
  const asked =
    purpose === 'invite'
      ? `${by} of ${office} invites you to its subpoena desk. Open this link to choose your password and to set up the app on your telephone that gives you a code at each sign-in:`
      : `${by} of ${office} made you a link to a new password for its subpoena desk. Choose it here:`
  const end = `It opens once, and for ${opensFor}. If you did not expect it, do nothing and tell ${by}.`
  return {
    subject: purpose === 'invite' ? 'Your invitation to Subpoena Desk' : 'A new password for Subpoena Desk',
    text: `${person},\n\n${asked}\n\n${link}\n\n${end}\n`,
    html: `<p>${escapeHtml(person)},</p><p>${escapeHtml(asked)}</p><p>${link}</p><p>${escapeHtml(end)}</p>`,
  }
}
