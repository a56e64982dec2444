/** `npm run bench`: how fast it is, against its limits, on offices of 1,000 and 100,000 subpoenas. */
import { withNode } from './with_node.mjs'

await withNode('bench/run.ts', { env: { NODE_ENV: 'production' } })
