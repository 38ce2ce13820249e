import type { Clock, Deadline, RedactBeginning } from '../ports.ts'
import { faultOfAnswer, faultOfError, type GitHubFault, otherFault } from './fault.ts'

/**
 * One request to GitHub with an end: bounded in time, in size and in where it may go. Octokit has none of the
 * three: it waits for ever, swallows a body that breaks off (data is then an empty string), takes a redirect's
 * answer for a success and prints some headers to the console.
 */

export interface FetchInit {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
}

interface FetchedResponse {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body: AsyncIterable<Uint8Array> | Iterable<Uint8Array> | null
}

export type Fetch = (
  url: string,
  init: FetchInit & { readonly signal: AbortSignal; readonly largestBytes: number },
) => Promise<FetchedResponse>

export interface Bounds {
  /** Longest single request, body included. */
  readonly timeoutMs: number
  readonly deadline: Deadline
  readonly clock: Clock
  readonly redactBeginning: RedactBeginning
}

/** A page of 100 comments of 65,536 characters takes 25 MiB at most. */
export const MAX_ANSWER_BYTES = 32 * 1024 * 1024
/** Renamed repositories answer with one redirect; more is a loop. */
const MAX_REDIRECTS = 3
/** All that the callers read; the rest stays away from Octokit, which logs `Deprecation` and `Sunset`. */
const KEPT_HEADERS = ['content-type', 'link']

/** Carries a fault through Octokit, which wraps whatever `fetch` throws as the cause of its own error. */
export class RequestFault extends Error {
  override readonly name = 'RequestFault'
  readonly fault: GitHubFault

  constructor(fault: GitHubFault) {
    super(fault.what)
    this.fault = fault
  }
}

/** Returns a fetch for Octokit that answers with a whole 2xx response or throws `RequestFault`. */
export function boundedFetch(
  fetch: Fetch,
  bounds: Bounds,
): (url: string, init: FetchInit) => Promise<Response> {
  return async (url, init) => {
    const { deadline, clock, timeoutMs } = bounds
    const leftMs = deadline.at - clock.now()
    if (deadline.signal.aborted || leftMs <= 0)
      throw new RequestFault(otherFault('cancelled', 'the time of the step is over, so nothing was sent'))
    const limitMs = Math.ceil(Math.min(timeoutMs, leftMs))
    const timeout = AbortSignal.timeout(limitMs)
    try {
      const signal = AbortSignal.any([deadline.signal, timeout])
      return await answerOf(fetch, url, { ...init, signal }, bounds)
    } catch (error) {
      if (error instanceof RequestFault) throw error
      throw new RequestFault(faultOfFailure(error, new URL(url).host, deadline, timeout.aborted, limitMs))
    }
  }
}

function faultOfFailure(
  error: unknown,
  host: string,
  deadline: Deadline,
  timedOut: boolean,
  limitMs: number,
): GitHubFault {
  if (deadline.signal.aborted)
    return otherFault('cancelled', `the step ended before ${host} had answered`, { mayHaveActed: true })
  if (timedOut)
    return otherFault('unavailable', `no complete answer from ${host} within ${limitMs / 1000} s`, {
      transient: true,
      mayHaveActed: true,
    })
  return faultOfError(error, host)
}

async function answerOf(
  fetch: Fetch,
  url: string,
  init: FetchInit & { readonly signal: AbortSignal },
  { clock, redactBeginning }: Bounds,
): Promise<Response> {
  let target = url
  for (let redirects = 0; ; redirects += 1) {
    const response = await fetch(target, { ...init, largestBytes: MAX_ANSWER_BYTES })
    const { status, headers } = response
    const bytes = await readAll(response)
    if (status >= 400) {
      const body = new TextDecoder().decode(bytes)
      const answer = { status, header: (name: string) => headers.get(name), body }
      throw new RequestFault(faultOfAnswer(answer, clock.date(), redactBeginning))
    }
    if (status < 300) return rebuilt(status, headers, bytes)
    target = redirectTarget(response, init.method, target, redirects)
  }
}

/** Reads the body to its end. Throws `RequestFault` when it is larger than `MAX_ANSWER_BYTES`. */
async function readAll(response: FetchedResponse): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_ANSWER_BYTES)
      throw new RequestFault(otherFault('rejected', `an answer of over ${MAX_ANSWER_BYTES} bytes`))
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function rebuilt(status: number, headers: FetchedResponse['headers'], bytes: Buffer): Response {
  const kept = KEPT_HEADERS.flatMap(name => {
    const value = headers.get(name)
    return value === null ? [] : [[name, value] satisfies [string, string]]
  })
  const hasBody = status !== 204 && status !== 205
  return new Response(hasBody ? new Uint8Array(bytes) : null, { status, headers: kept })
}

/** Followed on the same origin only (another one must not see the token), and never with a changed method. */
function redirectTarget(response: FetchedResponse, method: string, from: string, redirects: number): string {
  const { status } = response
  const location = response.headers.get('location')
  const refuse = (why: string) =>
    new RequestFault(otherFault('rejected', `HTTP ${status}, ${why}`, { httpStatus: status }))
  if (location === null || !URL.canParse(location, from)) throw refuse('a redirect that names no address')
  const target = new URL(location, from)
  if (target.origin !== new URL(from).origin)
    throw refuse(`a redirect to ${target.host}, which is another host and must not get the token`)
  const keepsMethod = status === 307 || status === 308 || (method === 'GET' && status !== 303)
  if (!keepsMethod) throw refuse(`a redirect of a ${method} to ${target.pathname}, which is not followed`)
  if (redirects >= MAX_REDIRECTS) throw refuse(`more than ${MAX_REDIRECTS} redirects`)
  return target.href
}
