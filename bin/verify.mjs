/** `npm run verify`: walks the history, the files, the papers and the numbers, and names the first thing wrong. */
import { withNode } from './with_node.mjs'

await withNode('bin/office.mjs', { words: ['verify', ...process.argv.slice(2)] })
