/** Runs one of the terminal's commands on the office, beside a desk that serves it or without one. */
import { root } from './launch/place.mjs'
import { orGiveUp } from './launch/say.mjs'

const [name, ...words] = process.argv.slice(2)
const commands = {
  verify: () => import('./office/verify.ts'),
  person: () => import('./office/person.ts'),
  token: () => import('./office/token.ts'),
}

await orGiveUp(async () => {
  const { run } = await commands[name]()
  process.exitCode = await run({ root, words, environment: process.env })
})
