/** Runs the parts of `npm test` one after the other and ends with one line that counts them all. */
import { say } from '../launch/say.mjs'
import { add, lastLine, none, oneCount } from './count.mjs'
import { parts } from './parts.mjs'

const words = process.argv.slice(2)
const names = Object.keys(parts)
const firstOther = words.findIndex((word) => !names.includes(word))
const asked = firstOther === -1 ? words : words.slice(0, firstOther)
const rest = firstOther === -1 ? [] : words.slice(firstOther)

let total = none
const table = []
for (const name of asked.length > 0 ? asked : names) {
  say(`\n== ${name} ==`)
  const startedAt = performance.now()
  const counts = await parts[name](rest).catch((problem) => {
    console.error(problem)
    return oneCount(false)
  })
  total = add(total, counts)
  table.push(
    `${name.padEnd(8)} ${lastLine(counts)} (${Math.round((performance.now() - startedAt) / 1000)} s)`,
  )
}

say(`\n${table.join('\n')}\n`)
say(lastLine(total))
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
