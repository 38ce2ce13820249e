import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Simulator } from '../../simulator/server.ts'
import { atSimulator } from './world.ts'

/** What the proxy does with the nth tunnel. */
export type Tunnel = 'open' | 'refuse' | 'hang'

export interface RunningProxy {
  readonly address: string
  readonly tunnels: readonly { readonly to: string | undefined; readonly headers: string }[]
}

/** Runs a test with a proxy that leads every tunnel to one server, by its address at that moment, whatever it was asked for. */
export async function withProxy(
  server: { readonly url: string },
  behave: (nth: number) => Tunnel,
  test: (proxy: RunningProxy) => Promise<void>,
) {
  const tunnels: { to: string | undefined; headers: string }[] = []
  const sockets = new Set<Socket>()
  const proxy = createServer()
  proxy.on('connection', (socket: Socket) => sockets.add(socket))
  proxy.on('connect', (request, socket) => {
    tunnels.push({ to: request.url, headers: JSON.stringify(request.headers) })
    const kind = behave(tunnels.length)
    socket.on('error', () => {})
    if (kind === 'hang') return
    if (kind === 'refuse') return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    const onward = connect(Number(new URL(server.url).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    onward.on('error', () => socket.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  const port = typeof address === 'object' ? address?.port : undefined
  try {
    await test({ address: `127.0.0.1:${port}`, tunnels })
  } finally {
    for (const socket of sockets) socket.destroy()
    proxy.close()
  }
}

/** The simulator's calls under a name that only the proxy can make something of. */
export function behindProxy(simulator: Simulator) {
  const { read, start, credential } = atSimulator(simulator)
  const named = (url: URL) => {
    const other = new URL(url)
    other.host = 'drs.invalid'
    other.port = ''
    return other
  }
  return { read: { ...read, url: named(read.url) }, start: { ...start, url: named(start.url) }, credential }
}
