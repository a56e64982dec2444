/** `npm run export -- FOLDER`: writes every list of the office as CSV and JSON into a new folder. */
import { withNode } from './with_node.mjs'

await withNode('bin/office.mjs', { words: ['export', ...process.argv.slice(2)] })
