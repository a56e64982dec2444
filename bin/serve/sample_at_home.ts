import type { Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { isLoopback } from '#lib/settings/settings.ts'

/**
 * The sample office lets anybody in with one click, so it listens on 127.0.0.1 only. It may be chosen on the set-up
 * page of a desk that listens elsewhere: then this desk moves home at once, and drops who is connected from outside.
 */
export function keepSampleAtHome(server: Server, desk: { readonly officeKind: string | null }): void {
  const outside = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    if (isLoopback(plain(socket.localAddress))) return
    if (desk.officeKind === 'sample') return void socket.destroy()
    outside.add(socket)
    socket.once('close', () => outside.delete(socket))
  })
  const moveHome = () => {
    if (desk.officeKind !== 'sample') return
    server.off('request', watch)
    const { address, port } = server.address() as AddressInfo
    if (isLoopback(address)) return
    for (const socket of outside) socket.destroy()
    server.close()
    server.listen(port, '127.0.0.1')
  }
  const watch: Parameters<Server['on']>[1] = (_request, response) => response.once('close', moveHome)
  server.on('request', watch)
  moveHome()
}

/** An IPv4 address as a socket of both versions names it: "::ffff:127.0.0.1". */
function plain(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:/, '')
}
