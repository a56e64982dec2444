/** `npm start`: installs and builds what is missing, starts the desk and prints the address to open. */
import { withNode } from './with_node.mjs'

await withNode('bin/serve.mjs', { env: { NODE_ENV: 'production' } })
