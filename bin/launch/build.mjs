import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inside } from './place.mjs'
import { run } from './run.mjs'
import { PlainFailure, say } from './say.mjs'

/** What a build is made of. Tests are left out: they are in no page. */
const sources = [
  'app',
  'db',
  'lib',
  'public',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
]
const stampFile = inside('.cache', 'build.json')
const logFile = inside('.cache', 'build.log')

/**
 * Builds the pages with `next build`, unless what they are made of is what the last build was made of.
 *
 * @param node the Node that runs the build. @throws PlainFailure when the build fails.
 */
export async function buildWhenNeeded(node = process.execPath) {
  const hash = hashOfSources()
  const last = JSON.parse(readOr(stampFile, '{}'))
  if (last.sources === hash && last.build === builtNow()) return
  say('Building the pages. This takes about half a minute, and only happens when something has changed.')
  mkdirSync(inside('.cache'), { recursive: true })
  if ((await nextBuild(node)) !== 0) {
    say(readOr(logFile, ''))
    throw new PlainFailure('The pages could not be built: what is wrong stands above.')
  }
  writeFileSync(stampFile, JSON.stringify({ sources: hash, build: builtNow() }))
}

/** What Next says while it builds is of interest only when it fails. */
async function nextBuild(node) {
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const log = openSync(logFile, 'w')
  try {
    const words = [inside('node_modules', 'next', 'dist', 'bin', 'next'), 'build']
    return await run(node, words, { env, stdio: ['ignore', log, log] })
  } finally {
    closeSync(log)
  }
}

/** One hash over names and contents of everything a build is made of. */
function hashOfSources() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesOf(source))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(inside(file)))
        .update('\0')
  }
  return hash.digest('hex')
}

function filesOf(path) {
  let entries
  try {
    entries = readdirSync(inside(path), { withFileTypes: true })
  } catch (problem) {
    return problem.code === 'ENOTDIR' ? [path] : []
  }
  return entries
    .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]))
}

/** The name that Next gave the build that is there now; empty without one. */
function builtNow() {
  return readOr(inside('.next', 'BUILD_ID'), '')
}

function readOr(path, otherwise) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}
