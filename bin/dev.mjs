/** `npm run dev`: the same server for work on the program; pages are compiled as they are asked for. */
import { withNode } from './with_node.mjs'

await withNode('bin/serve.mjs', {
  words: ['--dev', ...process.argv.slice(2)],
  env: { NODE_ENV: 'development' },
})
