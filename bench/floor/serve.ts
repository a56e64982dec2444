/** Serves the floor as bin/serve serves the desk: Next's own handler in a plain server of Node. Prints its address. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import next from 'next'

const pages = next({ dev: false, dir: import.meta.dirname, httpServer: createServer(), quiet: true })
await pages.prepare()
const answer = pages.getRequestHandler()
const server = createServer((request, response) => void answer(request, response))
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
})
process.on('SIGTERM', () => process.exit(0))
