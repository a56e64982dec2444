import { existsSync, readFileSync } from 'node:fs'
import { inside } from './place.mjs'
import { run } from './run.mjs'
import { PlainFailure, say } from './say.mjs'

/**
 * Installs the packages that the lock names, unless they are there.
 *
 * npm writes what it installed to node_modules/.package-lock.json; that list is compared with ours, so packages that
 * were installed by hand count, and a changed lock is noticed, without a stamp that could be wrong.
 *
 * @throws PlainFailure when npm cannot install them.
 */
export async function installWhenNeeded() {
  const lock = readLock(inside('package-lock.json'))
  const installed = readLock(inside('node_modules', '.package-lock.json'))
  if (lock && installed && isInstalled(lock, installed, (path) => existsSync(inside(path)))) return
  say('Installing packages. The first time takes a minute or two.')
  const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  if ((await npm(['ci', ...flags])) === 0) return
  say('npm ci did not succeed; trying npm install.')
  if ((await npm(['install', '--no-save', ...flags])) === 0) return
  throw new PlainFailure(
    'The packages could not be installed: check that npm reaches its registry, and start again.',
  )
}

/** Whether every package of `lock` is installed in its version; one for another platform may be absent. */
export function isInstalled(lock, installed, exists) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed.packages[path]
    return found ? found.version === wanted.version && exists(path) : wanted.optional === true
  })
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** Runs npm with the Node that is running now; `npm_execpath` is the npm that started us, if one did. */
function npm(words) {
  const script = process.env.npm_execpath
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...words])
  const windows = process.platform === 'win32'
  return run(windows ? 'npm.cmd' : 'npm', words, { shell: windows }).catch(() => {
    throw new PlainFailure('npm was not found: install Node with npm from nodejs.org, and start again.')
  })
}
