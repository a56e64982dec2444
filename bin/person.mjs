/** `npm run person -- --reset NAME`: lets the last administrator back in. */
import { withNode } from './with_node.mjs'

await withNode('bin/office.mjs', { words: ['person', ...process.argv.slice(2)] })
