import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { buildWhenNeeded } from '../launch/build.mjs'
import { findChromium } from '../launch/chromium.mjs'
import { inside } from '../launch/place.mjs'
import { run } from '../launch/run.mjs'
import { PlainFailure, say } from '../launch/say.mjs'
import { countPlaywright, countVitest, none, oneCount } from './count.mjs'

const tools = {
  biome: ['@biomejs', 'biome', 'bin', 'biome'],
  knip: ['knip', 'bin', 'knip.js'],
  next: ['next', 'dist', 'bin', 'next'],
  playwright: ['@playwright', 'test', 'cli.js'],
  tsc: ['typescript', 'bin', 'tsc'],
  vitest: ['vitest', 'vitest.mjs'],
}

/** Runs a tool of ours under the Node that runs this; resolves to its exit code. */
const tool = (name, words, env = {}) =>
  run(process.execPath, [inside('node_modules', ...tools[name]), ...words], { env })

/** The parts of `npm test`, in order. Each says what it is, runs, and returns its counts. */
export const parts = {
  style: async (words) => oneCount((await tool('biome', ['check', '--error-on-warnings', ...words])) === 0),

  types: async (words) => {
    // The types of routes and pages are generated; a fresh clone has none.
    const generated = await tool('next', ['typegen'], { NEXT_TELEMETRY_DISABLED: '1' })
    return oneCount(generated === 0 && (await tool('tsc', ['--noEmit', ...words])) === 0)
  },

  unused: async (words) => oneCount((await tool('knip', words)) === 0),

  unit: async (words) => {
    const file = reportFile('unit.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const code = await tool('vitest', ['run', ...reporters, ...words], { NODE_ENV: 'test' })
    return countVitest(readReport(file), code)
  },

  build: async () => oneCount(await isBuilt()),

  browser: async (words) => {
    if (!(await isBuilt())) {
      say('NOT RUN: the browser tests, because the pages could not be built.')
      return oneCount(false)
    }
    const chromium = await findChromium()
    if (!chromium) {
      say('NOT RUN: the browser tests. There is no Chromium here and none could be installed:')
      say('install one, set CHROMIUM_PATH to it, and run npm test again.')
      return process.env.CI ? oneCount(false) : { ...none, skipped: 1 }
    }
    const file = reportFile('browser.json')
    const code = await tool('playwright', ['test', '--reporter=list,json', ...words], {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    })
    return countPlaywright(readReport(file), code)
  },
}

let built
/** Builds once in a run; false when it fails. */
function isBuilt() {
  built ??= buildWhenNeeded().then(
    () => true,
    (problem) => {
      if (!(problem instanceof PlainFailure)) throw problem
      say(problem.message)
      return false
    },
  )
  return built
}

/** Where a runner is to write its report; the last one is removed, so that it cannot stand for this one. */
function reportFile(name) {
  const folder = inside('.cache', 'test')
  mkdirSync(folder, { recursive: true })
  rmSync(`${folder}/${name}`, { force: true })
  return `${folder}/${name}`
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
