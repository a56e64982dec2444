import { createServer } from 'node:http'
import { resolve } from 'node:path'
import next from 'next'
import { startBackground } from '#app/_background/start.ts'
import { startDesk } from '#db/desk.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { originOf, readSettings } from '#lib/settings/settings.ts'
import { answerWith } from './answer.ts'
import { CannotStart } from './cannot_start.ts'
import { prepareDataDir } from './data_dir.ts'
import { openDoor } from './door.ts'
import { drain, onStopSignal } from './drain.ts'
import { keepSampleAtHome } from './sample_at_home.ts'
import { welcome } from './welcome.ts'

export type ServeFacts = {
  /** The program's own folder; a DATA_DIR that is not absolute stands in it. */
  readonly root: string
  readonly words: readonly string[]
  readonly environment: NodeJS.ProcessEnv
  /** Builds the pages when their sources have changed. */
  readonly build: () => Promise<void>
  /** Hands out now; the wall clock when left out. Browser tests bring their own, to see a hold end. */
  readonly clock?: () => Instant
}

/**
 * Starts the desk and returns once it answers; it then runs until a signal ends it.
 *
 * @throws CannotStart, or OfficeUnusable from the database, each with one sentence that says what to do.
 */
export async function serve({ root, words, environment, build, clock }: ServeFacts): Promise<void> {
  const unknown = words.find((word) => word !== '--sample' && word !== '--dev')
  if (unknown) throw new CannotStart(`"${unknown}" is not understood: leave it out, or say --sample.`)
  const dev = words.includes('--dev')
  const read = readSettings(environment, words.includes('--sample'))
  if (!read.ok) throw new CannotStart(read.sentences.join('\n'))
  const { settings } = read
  const dataDir = resolve(root, settings.dataDir)
  prepareDataDir(dataDir)

  const door = await openDoor(settings.host, settings.port)
  if (!dev) await build()
  const publicUrl = settings.publicUrl ?? originOf(settings.host, door.port)
  const desk = await startDesk({ ...settings, dataDir, port: door.port, publicUrl, clock })
  const background = await startBackground()
  // In production nothing may be upgraded to a socket: Next is given a server that never listens.
  const httpServer = dev ? door.server : createServer()
  const pages = next({ dev, dir: root, httpServer, hostname: settings.host, port: door.port, quiet: !dev })
  await pages.prepare()

  keepSampleAtHome(door.server, desk)
  door.answer(answerWith({ publicUrl: () => desk.publicUrl, dev, pages: pages.getRequestHandler() }))
  onStopSignal(async () => {
    await Promise.all([drain(door.server), background.stop()])
    await pages.close()
    await desk.stop()
  })
  welcome({ dataDir, desk })
}
