/**
 * `npm run bench`: how fast it is, against its limits. Every figure is a ratio of two things done in turns in this one
 * run, since nobody's machine is like another's. Words: parts to run (pages, paper, command, morning); all without.
 */
import { commandFigures } from './command.ts'
import { type Figure, fallsShort, sentencesOf, tableOf } from './measure.ts'
import { morningFigures } from './morning.ts'
import { madeOffice } from './office/make.ts'
import { pageFigures } from './pages.ts'
import { paperFigures } from './paper.ts'

const seed = process.env.SEED ?? '7'
const rounds = Number(process.env.ROUNDS ?? 25)
const office = (size: number) => madeOffice(size, seed)

const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  pages: async () => pageFigures({ small: await office(1000), large: await office(100_000) }, rounds),
  paper: () => paperFigures(rounds),
  command: async () => commandFigures(await office(1000), rounds),
  morning: async () => morningFigures([await office(1000), await office(10_000)], rounds),
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !parts[name])
if (unknown) {
  console.error(
    `There is no part "${unknown}": say ${Object.keys(parts).join(', ')}, or nothing for all of them.`,
  )
  process.exit(1)
}
console.log(`Seed ${seed}, the middle of ${rounds} rounds. SEED and ROUNDS set others.`)
const figures: Figure[] = []
for (const name of asked.length > 0 ? asked : Object.keys(parts))
  figures.push(...((await parts[name]?.()) ?? []))
console.log(`\n${tableOf(figures).join('\n')}\n`)
for (const sentence of sentencesOf(figures)) console.log(sentence)
const short = figures.filter(fallsShort).length
console.log(
  short === 0 ? `All ${figures.length} figures hold.` : `${short} of ${figures.length} figures fall short.`,
)
process.exitCode = short === 0 ? 0 : 1
