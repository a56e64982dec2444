import { delimiter, dirname } from 'node:path'
import { installWhenNeeded } from './launch/install.mjs'
import { assertLauncherNode, programNode } from './launch/node.mjs'
import { inside } from './launch/place.mjs'
import { run } from './launch/run.mjs'
import { orGiveUp } from './launch/say.mjs'

/**
 * Installs what is missing and runs one of our files with the Node that the program brings along.
 *
 * Whatever Node a person has (20 or later) only comes this far; "node" means the other one from here on.
 */
export function withNode(file, { words = process.argv.slice(2), env = {}, lastWords } = {}) {
  return orGiveUp(async () => {
    assertLauncherNode()
    await installWhenNeeded()
    const node = programNode()
    const PATH = `${dirname(node)}${delimiter}${process.env.PATH}`
    const flags = ['--disable-warning=ExperimentalWarning']
    process.exitCode = await run(node, [...flags, inside(file), ...words], { env: { PATH, ...env } })
  }, lastWords)
}
