import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#lib/calendar/instant.ts'
import { originOf } from '#lib/settings/settings.ts'
import { OfficeUnusable } from './connection.ts'
import { closeOffice, openOffice } from './office.ts'
import { type OfficeKind, theOfficeOrNone } from './open_office.ts'
import { theOfficeRow } from './queries/office.ts'
import { type Desk, type NightlyBackups, setTheDesk } from './the_desk.ts'
import { reader } from './tx.ts'

export type DeskFacts = {
  /** Absolute. */
  readonly dataDir: string
  readonly sample: boolean
  readonly port: number
  readonly publicUrl: string
  readonly smtpUrl: string | null
  readonly backups?: NightlyBackups | null
  /** Hands out now; the wall clock when left out. */
  readonly clock?: (() => Instant) | undefined
  /** Told what takes a while, so that whoever waits at the terminal knows why. */
  readonly say?: ((sentence: string) => void) | undefined
}

/**
 * Decides which office this process serves: the sample where it was asked for, else the office of DATA_DIR where there
 * is one, else none, and set-up waits behind a token that is made anew at every start.
 *
 * @throws OfficeUnusable with a sentence that says what to do.
 */
export async function startDesk(facts: DeskFacts): Promise<Desk> {
  let token: string | null = null
  let choices = 0
  let lastChoice: Promise<void> = Promise.resolve()
  if (facts.sample) await openSample(facts)
  else {
    if (existsSync(join(facts.dataDir, 'office', 'office.sqlite')))
      await openOffice(facts.dataDir, 'real', facts.clock)
    // A set-up that was cut off before its commit left an empty office: it is offered again.
    if (!(await isSetUp())) token = randomBytes(24).toString('base64url')
  }
  const desk: Desk = {
    dataDir: facts.dataDir,
    get officeKind() {
      return theOfficeOrNone()?.kind ?? null
    },
    get setUpToken() {
      return token
    },
    get publicUrl() {
      return this.officeKind === 'sample' ? originOf('127.0.0.1', facts.port) : facts.publicUrl
    },
    get smtpUrl() {
      return this.officeKind === 'sample' ? null : facts.smtpUrl
    },
    get backups() {
      return this.officeKind === 'sample' ? null : (facts.backups ?? null)
    },
    get isMaking() {
      return choices > 0
    },
    choose(kind) {
      choices += 1
      // A second press waits for what the first one began, and then finds it done.
      const choice = lastChoice
        .then(() => open(facts, kind))
        .finally(() => {
          choices -= 1
        })
      lastChoice = choice.catch(() => undefined)
      return choice
    },
    endSetUp() {
      token = null
    },
    async stop() {
      setTheDesk(undefined)
      await closeOffice()
    },
  }
  setTheDesk(desk)
  return desk
}

async function isSetUp(): Promise<boolean> {
  return theOfficeOrNone() !== undefined && (await theOfficeRow(reader())) !== null
}

async function open(facts: DeskFacts, kind: OfficeKind): Promise<void> {
  const kindNow = theOfficeOrNone()?.kind
  if (await isSetUp()) {
    if (kindNow === kind) return
    throw new OfficeUnusable('Another office is open already: a process serves one.')
  }
  if (kindNow === 'real' && kind === 'real') return
  await closeOffice()
  if (kind === 'sample') await openSample(facts)
  else await openOffice(facts.dataDir, 'real', facts.clock)
}

/** Says that the sample was made to its end. A sample that was cut off in the making is made anew. */
const madeMark = 'made'

async function openSample({ dataDir, clock, say }: DeskFacts): Promise<void> {
  const folder = join(dataDir, 'sample')
  const mark = join(folder, madeMark)
  const isMade = existsSync(mark)
  if (!isMade) rmSync(folder, { recursive: true, force: true })
  await openOffice(dataDir, 'sample', clock)
  if (isMade) return
  say?.('Making the sample office: fifty subpoenas, played day by day. This takes less than a minute, once.')
  try {
    // Read only where a sample is made: it is large, and most desks never make one.
    const { makeSampleOffice } = await import('./sample/make.ts')
    await makeSampleOffice()
    writeFileSync(mark, '', { mode: 0o600 })
  } catch (error) {
    await closeOffice()
    throw error
  }
}
