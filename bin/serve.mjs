/**
 * The desk itself: reads the settings, builds what has changed, opens the office and answers.
 *
 * `npm start` runs this with the Node that the program brings along; it may also be run alone, under any Node from
 * 22.18. Words: --sample (the sample office), --dev (pages are compiled as they are asked for).
 */
import { buildWhenNeeded } from './launch/build.mjs'
import { isAtLeast } from './launch/node.mjs'
import { root } from './launch/place.mjs'
import { orGiveUp, PlainFailure } from './launch/say.mjs'

const words = process.argv.slice(2)

await orGiveUp(async () => {
  if (!isAtLeast(process.versions.node, '22.18')) {
    throw new PlainFailure(
      `The desk runs on Node 22.18 or later, and this is Node ${process.versions.node}: ` +
        'start it with npm start, which brings its own.',
    )
  }
  process.env.NODE_ENV = words.includes('--dev') ? 'development' : 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const { serve } = await import('./serve/serve.ts')
  await serve({ root, words, environment: process.env, build: buildWhenNeeded })
})
