import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'
import { syncBuiltinESMExports } from 'node:module'
import zlib from 'node:zlib'

/** What goes on in this process for real while a test's clock stands still; Node itself tells of every request. */

/** What follows from the end of a request can take a few turns of the event loop: reading, parsing, the next request. */
const QUIET_TURNS = 4
const USUAL_TURNS = 100

let made = 0
let underWay = 0
let unpacking = 0
let quietTurns = 0
let busyTurns = 0

type GunzipArguments = [zlib.InputType, zlib.ZlibOptions, zlib.CompressCallback]

/** Requests that this process has made so far. */
export const requestsMade = () => made

/**
 * To be asked once a turn of the event loop: true until no request has been under way for some turns. `stalled` says
 * of a single request under way that it waits for nothing but time.
 */
export async function isTrafficUnderWay(stalled: () => boolean): Promise<boolean> {
  const idle = unpacking === 0 && (underWay === 0 || (underWay === 1 && stalled()))
  quietTurns = idle ? quietTurns + 1 : 0
  busyTurns = idle ? 0 : busyTurns + 1
  // What takes longer than a usual answer waits for a timer of the simulator, and turning costs processor time.
  if (busyTurns > USUAL_TURNS) await new Promise(resolve => setTimeout(resolve, 1))
  if (quietTurns < QUIET_TURNS) return true
  quietTurns = 0
  return false
}

subscribe('http.client.request.created', message => {
  made += 1
  underWay += 1
  requestOf(message).once('close', () => {
    underWay -= 1
  })
})

function requestOf(message: unknown): ClientRequest {
  const { request } = message as { readonly request: ClientRequest }
  return request
}

/** Answers are unpacked on a thread of their own, which no event tells of. */
const { gunzip } = zlib
const counted = (...[buffer, options, done]: GunzipArguments) => {
  unpacking += 1
  gunzip(buffer, options, (error, result) => {
    unpacking -= 1
    done(error, result)
  })
}
Object.assign(zlib, { gunzip: counted })
syncBuiltinESMExports()
