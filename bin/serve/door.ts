import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CannotStart, codeOf } from './cannot_start.ts'

/** The server's socket. It is opened first, so that a busy port is known before anything is built or migrated. */
export type Door = {
  readonly server: Server
  /** The port listened on, also where 0 was asked for. */
  readonly port: number
  /** Until this is called every request is told to come back. */
  readonly answer: (listener: RequestListener) => void
}

/** @throws CannotStart when the address is taken, not ours, or not allowed. */
export async function openDoor(host: string, port: number): Promise<Door> {
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '2' })
    response.end('Subpoena Desk is starting. Try again in a moment.\n')
  }
  const server = createServer((request, response) => answer(request, response))
  await listen(server, host, port)
  return {
    server,
    port: (server.address() as AddressInfo).port,
    answer: (listener) => {
      answer = listener
    },
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (problem) => reject(asSentence(problem, host, port)))
    server.listen(port, host, () => {
      server.removeAllListeners('error')
      resolve()
    })
  })
}

function asSentence(problem: Error, host: string, port: number): Error {
  switch (codeOf(problem)) {
    case 'EADDRINUSE':
      return new CannotStart(
        `Port ${port} on ${host} is in use, perhaps by a desk that already runs: stop that, or set PORT to another.`,
      )
    case 'EACCES':
      return new CannotStart(`Port ${port} may not be opened by this user: set PORT to one above 1023.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new CannotStart(`HOST is ${host}, which is no address of this machine: set HOST to 127.0.0.1.`)
    default:
      return problem
  }
}
