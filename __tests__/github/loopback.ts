import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach } from 'vitest'
import { Agents } from '../../src/cloud/agents.ts'
import { openGitHub } from '../../src/github/client.ts'
import { fetchOver } from '../../src/github/fetch.ts'
import type { GitHubPorts } from '../../src/github/routes.ts'
import type { Deadline } from '../../src/ports.ts'
import { FakeClock } from '../../testing/fake-clock.ts'

/** A request as it arrived; `url` is not decoded. */
export interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Objects are sent as JSON. */
  readonly body?: unknown
  /** Sends this much less than announced and drops the connection. */
  readonly breakOff?: boolean
}

export interface Loopback {
  readonly url: string
  readonly seen: Seen[]
  readonly close: () => Promise<void>
}

/** Starts a server on loopback; `answer` returns null to leave the request hanging. */
export async function loopback(answer: (request: Seen) => Reply | null): Promise<Loopback> {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const arrived = { method, url, headers, body: await text(request) }
    seen.push(arrived)
    const reply = answer(arrived)
    if (reply !== null) send(response, reply)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    close: () =>
      new Promise(resolve => {
        // A server that is closed already reports that as an error, which is no matter here.
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function send(response: ServerResponse, { status, headers = {}, body = '', breakOff = false }: Reply): void {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array
  const bytes = Buffer.from(isRaw ? body : JSON.stringify(body))
  const type = isRaw ? {} : { 'content-type': 'application/json; charset=utf-8' }
  const length = { 'content-length': String(bytes.length + (breakOff ? 10 : 0)) }
  response.writeHead(status, { ...type, ...length, ...headers })
  if (!breakOff) response.end(bytes)
  else response.write(bytes, () => response.destroy())
}

/** Returns `loopback` for the tests of one file, whose servers end with the test that started them. */
export function loopbacks(): typeof loopback {
  const open: Loopback[] = []
  afterEach(async () => {
    await Promise.all(open.splice(0).map(server => server.close()))
  })
  return async answer => {
    const server = await loopback(answer)
    open.push(server)
    return server
  }
}

/** Answers with the replies in turn, the last one for ever. */
export function inTurn(...replies: readonly (Reply | null)[]): () => Reply | null {
  let next = 0
  return () => {
    const reply = replies[Math.min(next, replies.length - 1)]
    next += 1
    return reply ?? null
  }
}

export interface World {
  readonly github: GitHubPorts
  readonly waits: readonly number[]
  readonly lines: string[]
  /** Ends the step, as a signal from the runner would. */
  readonly cancel: () => void
}

export interface WorldOptions {
  readonly token?: string
  readonly timeoutMs?: number
  /** Time to the deadline at the start. */
  readonly leftMs?: number
  readonly date?: Date
  /** Proxy variables. */
  readonly environment?: Readonly<Record<string, string>>
}

export const TOKEN = 'ghs_MadeUpForThisTest0123456789'

/** Opens the real client on a clock that only moves while it sleeps. */
export function world(apiUrl: string, options: WorldOptions = {}): World {
  const lines: string[] = []
  const clock = new FakeClock({
    epoch: (options.date ?? new Date('2026-11-21T00:00:00Z')).getTime(),
    jumps: true,
  })
  const controller = new AbortController()
  const deadline: Deadline = { at: options.leftMs ?? 600_000, signal: controller.signal }
  const github = openGitHub({
    token: options.token ?? TOKEN,
    apiUrl,
    repository: 'acme/shop',
    userAgent: 'precheck-gate-test',
    fetch: fetchOver(new Agents(options.environment)),
    timeoutMs: options.timeoutMs ?? 5_000,
    deadline,
    clock,
    random: () => 0,
    redactBeginning: text => text.replaceAll(TOKEN, '***'),
    log: line => lines.push(line.in('en-us')),
  })
  return { github, waits: clock.sleeps, lines, cancel: () => controller.abort() }
}
