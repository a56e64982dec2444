import type { OfficeKind } from './open_office.ts'

/** Where nightly backups go; nothing here is told to anybody who is not at this machine. */
export type NightlyBackups = {
  /** Absolute. */
  readonly folder: string
  /** Absolute; null: they are not sealed. */
  readonly keyFile: string | null
  /** From when they are made, "HH:MM" in the office's zone. */
  readonly from: string
}

/**
 * The desk as every part of the program sees it. Next bundles modules several times over and away from their files, so
 * what opens an office is made once, by `startDesk` in plain Node, and handed over on globalThis.
 */
export type Desk = {
  /** Absolute. */
  readonly dataDir: string
  /** Null until an office was chosen. */
  readonly officeKind: OfficeKind | null
  /** Opens the set-up page; null once an office is set up, and for ever after. */
  readonly setUpToken: string | null
  /** The origin under which people open the desk, such as https://desk.example.test. */
  readonly publicUrl: string
  /** Null: mail is written as files. Holds a password: never print it. The sample office sends no mail. */
  readonly smtpUrl: string | null
  /** Null: no nightly backup was asked for. The sample office has none. */
  readonly backups: NightlyBackups | null
  /** While the sample is played: it is open, and not yet for anybody. */
  readonly isMaking: boolean
  /** Opens the office of set-up's choice, nothing having been open before; the sample is made as well. */
  choose(kind: OfficeKind): Promise<void>
  /** Ends set-up: its token is dead. */
  endSetUp(): void
  stop(): Promise<void>
}

const place = globalThis as { subpoenaDesk?: Desk | undefined }

export function setTheDesk(desk: Desk | undefined): void {
  place.subpoenaDesk = desk
}

/** @throws Error outside a process that `startDesk` began. */
export function theDesk(): Desk {
  const desk = place.subpoenaDesk
  if (!desk) throw new Error('The desk was not started: run npm start.')
  return desk
}

/** Where people open the desk; in a process that serves none (a command line, a test), where they would by default. */
export function deskAddress(): string {
  return place.subpoenaDesk?.publicUrl ?? 'http://127.0.0.1:4600'
}
