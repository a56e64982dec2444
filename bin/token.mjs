/** `npm run token -- --name NAME --roles a,b`: a token for another program; `--revoke NAME` ends all that it has. */
import { withNode } from './with_node.mjs'

await withNode('bin/office.mjs', { words: ['token', ...process.argv.slice(2)] })
