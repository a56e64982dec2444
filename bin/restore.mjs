/** `npm run restore -- FILE [--key KEYFILE] --keys FOLDER`: makes an office of a backup, where there is none. */
import { withNode } from './with_node.mjs'

await withNode('bin/office.mjs', { words: ['restore', ...process.argv.slice(2)] })
