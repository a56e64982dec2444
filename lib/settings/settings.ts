import { isTimeOfDay } from '#lib/calendar/instant.ts'

/** What an operator may set, by environment. Everything has a default; see the table in README.md. */
export type Settings = {
  /** The address to listen on: this machine only, unless it says otherwise. */
  readonly host: string
  /** TCP port; 0 takes any free one. */
  readonly port: number
  /** Folder of the offices, as given: the caller makes it absolute. */
  readonly dataDir: string
  /** Where people reach the desk, an origin without a path; null stands for the address listened on. */
  readonly publicUrl: string | null
  /** smtp:// or smtps:// address, with its password: never print it. Null: mail is written as files. */
  readonly smtpUrl: string | null
  /** Folder of nightly backups, as given; null: none are made. */
  readonly backupDir: string | null
  /** The file with the key that seals them, as given; null: they are not sealed. */
  readonly backupKey: string | null
  /** From when they are made, "HH:MM" in the office's zone. */
  readonly backupAt: string
  /** Whether the sample office was asked for. */
  readonly sample: boolean
}

export type SettingsRead =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly sentences: readonly string[] }

type Environment = Readonly<Record<string, string | undefined>>

const defaults = { host: '127.0.0.1', port: 4600, dataDir: 'data', backupAt: '02:30' } as const

/**
 * Reads the settings, or says in one sentence each what is wrong with them. An empty variable counts as not set.
 *
 * The sample office has people without passwords, so it listens on this machine only, whatever HOST says.
 */
export function readSettings(environment: Environment, sample = false): SettingsRead {
  const given = (name: string) => environment[name]?.trim() || null
  const host = sample ? defaults.host : (given('HOST') ?? defaults.host)
  const publicUrl = sample ? null : given('PUBLIC_URL')
  const sentences = [
    wrongHost(host),
    wrongPort(given('PORT')),
    wrongPublicUrl(publicUrl, host),
    wrongSmtpUrl(given('SMTP_URL')),
    wrongBackup(given('BACKUP_DIR'), given('BACKUP_KEY'), given('BACKUP_AT')),
  ].filter((sentence) => sentence !== null)
  if (sentences.length > 0) return { ok: false, sentences }
  return {
    ok: true,
    settings: {
      host,
      port: Number(given('PORT') ?? defaults.port),
      dataDir: given('DATA_DIR') ?? defaults.dataDir,
      publicUrl: publicUrl && new URL(publicUrl).origin,
      smtpUrl: given('SMTP_URL'),
      backupDir: given('BACKUP_DIR'),
      backupKey: given('BACKUP_KEY'),
      backupAt: given('BACKUP_AT') ?? defaults.backupAt,
      sample,
    },
  }
}

/** Whether a host name or address means this machine itself. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** The origin of an address listened on: `http://127.0.0.1:4600`. */
export function originOf(host: string, port: number): string {
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`).origin
}

function wrongHost(host: string): string | null {
  if (/^[a-z0-9.-]+$/i.test(host) || /^[0-9a-f:.]+$/i.test(host)) return null
  return 'HOST must be the name or address to listen on, such as 127.0.0.1: correct it, or leave it out.'
}

function wrongPort(port: string | null): string | null {
  if (port === null || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) return null
  return `PORT must be a number from 0 to 65535, and is "${port}": correct it, or leave it out for ${defaults.port}.`
}

function wrongPublicUrl(publicUrl: string | null, host: string): string | null {
  if (publicUrl === null) {
    if (isLoopback(host) || wrongHost(host)) return null
    return (
      `HOST is ${host}, which other machines can reach: set PUBLIC_URL to the https:// address ` +
      'under which people open the desk.'
    )
  }
  const url = URL.parse(publicUrl)
  if (
    url === null ||
    !url.host ||
    url.username ||
    url.password ||
    url.pathname !== '/' ||
    url.search ||
    url.hash
  ) {
    return 'PUBLIC_URL must be an address without a path, such as https://desk.example.test: correct it.'
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return null
  return 'PUBLIC_URL must begin with https://, or name this machine itself (http://localhost:4600): correct it.'
}

function wrongSmtpUrl(smtpUrl: string | null): string | null {
  if (smtpUrl === null) return null
  const url = URL.parse(smtpUrl)
  if (url?.hostname && (url.protocol === 'smtp:' || url.protocol === 'smtps:')) return null
  return 'SMTP_URL must look like smtp://name:password@mail.example.test:587, or smtps:// for TLS: correct it.'
}

function wrongBackup(folder: string | null, key: string | null, from: string | null): string | null {
  if (from !== null && !isTimeOfDay(from)) {
    return `BACKUP_AT must be a time of day such as ${defaults.backupAt}, and is "${from}": correct it, or leave it out.`
  }
  if (folder !== null || key === null) return null
  return 'BACKUP_KEY seals the nightly backups, and without BACKUP_DIR there are none: set it too, or leave both out.'
}
