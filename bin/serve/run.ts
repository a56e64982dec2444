import { createServer } from 'node:http'
import next from 'next'
import { startBackground } from '#app/_background/start.ts'
import { type DeskFacts, startDesk } from '#db/desk.ts'
import type { Settings } from '#lib/settings/settings.ts'
import { answerWith } from './answer.ts'
import type { Door } from './door.ts'
import { drain, onStopSignal } from './drain.ts'
import { isKnownBrowser } from './known_browser.ts'
import { logCrashes, quietConsole } from './quiet_console.ts'
import { routesIn } from './routes.ts'
import { keepSampleAtHome } from './sample_at_home.ts'
import { welcome } from './welcome.ts'

export type RunFacts = {
  readonly root: string
  readonly dev: boolean
  readonly door: Door
  readonly settings: DeskFacts & Pick<Settings, 'host'>
}

/**
 * Opens the desk behind a door that is bound already: the office, the clockwork, the pages; then answers until a signal
 * ends it.
 *
 * @throws OfficeUnusable with one sentence that says what to do.
 */
export async function run({ root, dev, door, settings }: RunFacts): Promise<void> {
  const desk = await startDesk({ ...settings, say: (sentence) => console.log(sentence) })
  const background = await startBackground()
  // In production nothing may be upgraded to a socket: Next is given a server that never listens.
  const httpServer = dev ? door.server : createServer()
  const pages = next({ dev, dir: root, httpServer, hostname: settings.host, port: door.port, quiet: !dev })
  await pages.prepare()

  keepSampleAtHome(door.server, desk)
  if (!dev) {
    quietConsole()
    logCrashes()
  }
  door.answer(
    answerWith({
      publicUrl: () => desk.publicUrl,
      dev,
      routeOf: routesIn(root),
      // At a terminal sits a person, who looks for the address.
      logsRequests: !dev && !process.stdout.isTTY,
      isKnown: (cookies) => isKnownBrowser(desk.publicUrl, cookies),
      pages: pages.getRequestHandler(),
    }),
  )
  onStopSignal(async () => {
    await Promise.all([drain(door.server), background.stop()])
    await pages.close()
    await desk.stop()
  })
  welcome({ dataDir: settings.dataDir, desk })
}
