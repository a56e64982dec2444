import type { Desk } from '#db/the_desk.ts'

export type WelcomeFacts = {
  readonly dataDir: string
  readonly desk: Pick<Desk, 'officeKind' | 'publicUrl' | 'setUpToken' | 'smtpUrl' | 'backups'>
}

/** What the terminal says once the desk answers; the address to open stands last, alone on its line. */
export function welcome(facts: WelcomeFacts): void {
  for (const line of welcomeLines(facts)) process.stdout.write(`${line}\n`)
}

export function welcomeLines({ dataDir, desk }: WelcomeFacts): string[] {
  const { officeKind, publicUrl, setUpToken, smtpUrl, backups } = desk
  const keys = `Keep a copy of ${dataDir}/keys apart from the backups: without it none can be restored.`
  const folder = `Everything it remembers is in ${dataDir}.`
  if (setUpToken !== null) {
    return [
      'This desk has no office yet. The address below opens the set-up page, once.',
      folder,
      keys,
      `${publicUrl}/set-up?token=${encodeURIComponent(setUpToken)}`,
    ]
  }
  if (officeKind === 'sample') {
    return ['The sample office is open, on this machine only. It sends no mail.', folder, `${publicUrl}/`]
  }
  const mail =
    smtpUrl === null ? ['No SMTP_URL is set: mail is written as files, and nobody receives it.'] : []
  const open =
    backups?.keyFile === null ? [`The nightly backups in ${backups.folder} are NOT encrypted.`] : []
  return ['The office is open.', folder, keys, ...open, ...mail, `${publicUrl}/`]
}
