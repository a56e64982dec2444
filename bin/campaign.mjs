/**
 * `npm run campaign`: the models (`*.model.test.ts`), many times longer than in `npm test`. `SEED=123 npm run campaign`
 * repeats one; words are passed to vitest, so `npm run campaign -- release` runs one file; STORIES=1000 says how many
 * stories the release model lives through (10,000).
 */
import { randomInt } from 'node:crypto'
import { withNode } from './with_node.mjs'

const seed = process.env.SEED || String(randomInt(1, 2 ** 31))
console.log(`Seed ${seed}. SEED=${seed} npm run campaign repeats this run.`)
await withNode('node_modules/vitest/vitest.mjs', {
  words: ['run', ...process.argv.slice(2)],
  env: { CAMPAIGN: '1', SEED: seed, NODE_ENV: 'test' },
})
