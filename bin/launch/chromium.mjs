import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inside } from './place.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, the system's, Playwright's own; else it is installed, as Debian's
 * package by root and as Playwright's own elsewhere.
 *
 * @returns its path, or null with everything said when there is none.
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH
  if (given && existsSync(given)) return given
  if (given) say(`CHROMIUM_PATH is ${given}, where there is no file; looking elsewhere.`)
  return there() ?? (await installed())
}

const there = () => known.find(existsSync) ?? ownPath()

/** Where Playwright keeps the browser that it downloaded, if it has. */
function ownPath() {
  const { chromium } = createRequire(inside('package.json'))('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? path : null
}

async function installed() {
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('Installing Chromium with apt-get.')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] }
    await run('apt-get', ['update', '-qq'], quiet).catch(() => 1)
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet).catch(
      () => 1,
    )
    if (there()) return there()
  }
  say("Installing Playwright's own Chromium.")
  const cli = inside('node_modules', '@playwright', 'test', 'cli.js')
  await run(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] })
  return there() ?? null
}
