import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import { createIdTokens } from './auth/id-tokens.ts'
import { createKeyRing } from './auth/key-ring.ts'
import { type Clock, systemClock } from './clock.ts'
import { createExchange } from './exchange.ts'
import { createRecorder, type RecordedRequest, type Tally } from './record.ts'
import { parseScenario, type Scenario, type ScenarioInput } from './scenario/scenario.ts'
import { allRoutes } from './services.ts'
import { createVisitor, type Visitor } from './visitor.ts'

/** The vendor's tokens may be longer than the 16 KiB of header that Node takes by itself. */
const LARGEST_HEADER_BYTES = 64 * 1024
const HOST = '127.0.0.1'

export interface SimulatorOptions {
  readonly scenario?: ScenarioInput | Scenario
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** PEM texts; with them the simulator speaks https. */
  readonly tls?: { readonly key: string; readonly cert: string }
  readonly clock?: Clock
}

export interface Simulator extends Visitor {
  /** Base URL of every service, for example `http://127.0.0.1:8787`. */
  readonly url: string
  /** Live: every request so far, in the order in which they came in. */
  readonly requests: readonly RecordedRequest[]
  readonly counts: Tally
  /** The most requests of one operation that were under way at once. */
  readonly maxConcurrency: Tally
  /** Stops listening and cuts every connection, hanging ones included. */
  close(): Promise<void>
}

/** A running simulator on loopback. Throws ScenarioError for a bad scenario and Node's error for a taken port. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const scenario = parseScenario(options.scenario ?? {})
  const { now: baseNow } = options.clock ?? systemClock
  const clock: Clock = { now: () => baseNow() + scenario.clockOffsetMs }
  const startedAt = clock.now()
  const idTokens = createIdTokens()
  const keys = createKeyRing(scenario.credentials.keys, startedAt)
  const recorder = createRecorder()
  const routes = allRoutes(scenario, keys, idTokens, startedAt)
  const handle = createExchange({ routes, scenario, clock, startedAt, recorder })

  let url = ''
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response, url).catch((error: unknown) => {
      // A defect of the simulator must not pass for an answer of the service.
      if (response.headersSent) return void response.destroy()
      response.writeHead(500, { 'content-type': 'text/plain' })
      response.end(`The simulator failed: ${error instanceof Error ? error.stack : String(error)}`)
    })
  }
  const server = options.tls
    ? createTlsServer({ ...options.tls, maxHeaderSize: LARGEST_HEADER_BYTES }, listener)
    : createServer({ maxHeaderSize: LARGEST_HEADER_BYTES }, listener)
  const sockets = trackSockets(server)
  const port = await listen(server, options.port ?? 0)
  url = `${options.tls ? 'https' : 'http'}://${HOST}:${port}`
  return {
    ...createVisitor({ scenario, clock, keys, idTokens, url }),
    url,
    requests: recorder.requests,
    counts: recorder.counts,
    maxConcurrency: recorder.maxConcurrency,
    close: () => close(server, sockets),
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') return reject(new Error('Not listening on a port'))
      resolve(address.port)
    })
  })
}

/** `connection` fires below TLS too, so a half-done handshake is cut as well. */
function trackSockets(server: Server): ReadonlySet<Socket> {
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    // A client that goes away in the middle is part of the game, not an error of the simulator.
    socket.on('error', () => {})
  })
  return open
}

function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    for (const socket of sockets) socket.destroy()
  })
}
