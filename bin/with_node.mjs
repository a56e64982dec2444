import { installWhenNeeded } from './launch/install.mjs'
import { assertLauncherNode, programNode } from './launch/node.mjs'
import { inside } from './launch/place.mjs'
import { run } from './launch/run.mjs'
import { orGiveUp } from './launch/say.mjs'

/**
 * Installs what is missing and runs one of our files with the Node that the program brings along, words and all.
 *
 * Whatever Node a person has (20 or later) only comes this far.
 */
export function withNode(file, { words = process.argv.slice(2), env = {} } = {}) {
  return orGiveUp(async () => {
    assertLauncherNode()
    await installWhenNeeded()
    process.exitCode = await run(
      programNode(),
      ['--disable-warning=ExperimentalWarning', inside(file), ...words],
      { env },
    )
  })
}
