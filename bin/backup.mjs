/** `npm run backup -- FILE [--key KEYFILE]`: backs the office up while it runs. */
import { withNode } from './with_node.mjs'

await withNode('bin/office.mjs', { words: ['backup', ...process.argv.slice(2)] })
