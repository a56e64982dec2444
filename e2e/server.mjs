/** The desk as `npm start` runs it, with a clock that the tests set: a file that holds now, in epoch milliseconds. */
import { readFileSync } from 'node:fs'
import { buildWhenNeeded } from '../bin/launch/build.mjs'
import { root } from '../bin/launch/place.mjs'
import { serve } from '../bin/serve/serve.ts'
import { instant } from '../lib/calendar/instant.ts'

const clockFile = process.env.CLOCK_FILE
if (!clockFile) throw new Error('CLOCK_FILE says where the tests keep the time.')
const words = process.argv.slice(2)
await serve({
  root,
  words,
  environment: process.env,
  build: buildWhenNeeded,
  clock: () => instant(Number(readFileSync(clockFile, 'utf8'))),
})
