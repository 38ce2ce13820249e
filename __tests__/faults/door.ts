import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** What happens to a connection before any HTTP is spoken. */
export type Behind =
  | { readonly kind: 'forward'; readonly port: number }
  | { readonly kind: 'shut' }
  /** The name leads nowhere. */
  | { readonly kind: 'unknown-name' }
  | { readonly kind: 'cut' }
  /** Bytes in place of a TLS handshake. */
  | { readonly kind: 'says'; readonly bytes: string }

/** The one name that the door is known under; it answers for it in place of the resolver. */
export const DOOR_NAME = 'localhost'

/** A TCP port in front of a service that can be shut, lead elsewhere, or vanish from the DNS. */
export class Door {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  readonly #lookup = dns.lookup
  #behind: Behind = { kind: 'shut' }
  #port = 0

  constructor() {
    this.#server = createServer(socket => this.#welcome(socket))
    const real = dns.lookup
    const answer = (...asked: [name: string, options: dns.LookupAllOptions, done: LookupAll]) => {
      const [name, , done] = asked
      if (name !== DOOR_NAME) return real(...asked)
      const unknown = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' })
      const isUnknown = this.#behind.kind === 'unknown-name'
      setImmediate(() => (isUnknown ? done(unknown, []) : done(null, [{ address: '127.0.0.1', family: 4 }])))
    }
    Object.assign(dns, { lookup: answer })
    syncBuiltinESMExports()
  }

  get host(): string {
    return `${DOOR_NAME}:${this.#port}`
  }

  /** Cuts every connection, so that the next request has to make a new one. */
  async set(behind: Behind): Promise<void> {
    this.#behind = behind
    for (const socket of this.#sockets) socket.destroy()
    if (this.#server.listening) await new Promise(resolve => this.#server.close(resolve))
    if (behind.kind === 'shut') return
    await new Promise<void>(resolve => this.#server.listen(this.#port, '127.0.0.1', resolve))
    const address = this.#server.address()
    if (typeof address === 'object' && address !== null) this.#port = address.port
  }

  async close(): Promise<void> {
    await this.set({ kind: 'shut' })
    Object.assign(dns, { lookup: this.#lookup })
    syncBuiltinESMExports()
  }

  #welcome(socket: Socket): void {
    this.#keep(socket)
    switch (this.#behind.kind) {
      case 'forward': {
        const onward = this.#keep(connect(this.#behind.port, '127.0.0.1'))
        socket.pipe(onward).pipe(socket)
        return
      }
      case 'says':
        socket.end(this.#behind.bytes)
        return
      case 'cut':
      case 'shut':
      case 'unknown-name':
        socket.destroy()
    }
  }

  #keep(socket: Socket): Socket {
    this.#sockets.add(socket)
    // A cut is part of the game.
    socket.on('error', () => {})
    socket.once('close', () => this.#sockets.delete(socket))
    return socket
  }
}

type LookupAll = (error: NodeJS.ErrnoException | null, addresses: dns.LookupAddress[]) => void
