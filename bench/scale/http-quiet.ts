import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'
import { nextMacrotask } from '../virtual-clock.ts'

/**
 * Virtual time over real sockets: the clock may move only while no HTTP request of this process is under way. Node
 * itself tells of every request that is made.
 */

/** What follows from the end of a request can take a few turns of the event loop: reading, parsing, the next request. */
const QUIET_TURNS = 4

let underWay = 0
let watching = false

/** Resolves when no request has been under way for a few turns of the event loop. */
export async function httpQuiet(): Promise<void> {
  watch()
  for (let quiet = 0; quiet < QUIET_TURNS; ) {
    await nextMacrotask()
    quiet = underWay === 0 ? quiet + 1 : 0
  }
}

function watch(): void {
  if (watching) return
  watching = true
  subscribe('http.client.request.created', message => {
    underWay += 1
    requestOf(message).once('close', () => {
      underWay -= 1
    })
  })
}

function requestOf(message: unknown): ClientRequest {
  const { request } = message as { readonly request: ClientRequest }
  return request
}
