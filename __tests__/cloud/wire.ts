import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** A server below HTTP, for what no proper server would send. */
export interface Wire {
  /** Host and port. */
  readonly host: string
  readonly url: string
  /** The text of each request, by the connection it came over. */
  readonly requests: readonly string[]
  readonly connections: () => number
}

/** What to do with a request, once its head is there; `nth` counts from 1. */
export type Reply = (socket: Socket, nth: number) => void

/** Runs a test against such a server and closes it, with all its connections, whatever happens. */
export async function withWire(reply: Reply, test: (wire: Wire) => Promise<void>): Promise<void> {
  const sockets = new Set<Socket>()
  const requests: string[] = []
  let connections = 0
  const server = createServer(socket => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', bytes => {
      requests.push(bytes.toString('latin1'))
      reply(socket, requests.length)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  const host = `127.0.0.1:${address.port}`
  try {
    await test({ host, url: `http://${host}`, requests, connections: () => connections })
  } finally {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  }
}

/** A whole HTTP answer. */
export function httpAnswer(
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
) {
  const bytes = Buffer.from(body)
  const all = { 'content-length': String(bytes.length), ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Text\r\n${lines.join('')}\r\n`), bytes])
}
