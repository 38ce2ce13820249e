import type { Clock, Deadline, Random, RedactBeginning } from '../ports.ts'
import { type Sentence, told } from '../precheck/sentence.ts'
import { faultOfAnswer, faultOfError, type GitHubFault, otherFault, type RawAnswer } from './fault.ts'

/**
 * One request to GitHub with an end: bounded in time, in size and in where it may go. Octokit has none of the
 * three: it waits for ever, swallows a body that breaks off (data is then an empty string), takes a redirect's
 * answer for a success and prints some headers to the console.
 */

interface FetchInit {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
}

/** Sends one request and reads its whole answer. Follows no redirect. */
export type Fetch = (
  url: string,
  request: FetchInit & {
    readonly signal: AbortSignal
    readonly timeoutMs: number
    readonly largestBytes: number
  },
) => Promise<RawAnswer>

/** How long, and how often, GitHub is asked. */
export interface Bounds {
  /** Longest single request, body included. */
  readonly timeoutMs: number
  /** End of everything asked, waits included. */
  readonly deadline: Deadline
  readonly clock: Clock
  readonly random: Random
  readonly redactBeginning: RedactBeginning
  /** Gets one unescaped line for each repetition. */
  readonly log: (line: Sentence) => void
}

/** A page of 100 comments of 65,536 characters takes 25 MiB at most. */
export const MAX_ANSWER_BYTES = 32 * 1024 * 1024
/** Renamed repositories answer with one redirect; more is a loop. */
const MAX_REDIRECTS = 3
/** All that the callers read; the rest stays away from Octokit, which logs `Deprecation` and `Sunset`. */
const KEPT_HEADERS = ['content-type', 'link']

const NOT_SENT = told(
  'the time of the step is over, so nothing was sent',
  '步骤的时间已经用完，因此没有发送任何内容',
)

/** Carries a fault through Octokit, which wraps whatever `fetch` throws as the cause of its own error. */
export class RequestFault extends Error {
  override readonly name = 'RequestFault'
  readonly fault: GitHubFault

  constructor(fault: GitHubFault) {
    super(fault.kind)
    this.fault = fault
  }
}

/** Returns a fetch for Octokit that answers with a whole 2xx response or throws `RequestFault`. */
export function boundedFetch(
  fetch: Fetch,
  bounds: Bounds,
): (url: string, init: FetchInit) => Promise<Response> {
  return async (url, { method, headers, body }) => {
    const { deadline, clock } = bounds
    const { signal } = deadline
    const leftMs = deadline.at - clock.now()
    if (signal.aborted || leftMs <= 0) throw new RequestFault(otherFault('cancelled', NOT_SENT))
    const timeoutMs = Math.ceil(Math.min(bounds.timeoutMs, leftMs))
    try {
      const limits = { signal, timeoutMs, largestBytes: MAX_ANSWER_BYTES }
      return await follow(target => fetch(target, { method, headers, body, ...limits }), url, method, bounds)
    } catch (error) {
      if (error instanceof RequestFault) throw error
      const { host } = new URL(url)
      if (!signal.aborted) throw new RequestFault(faultOfError(error, host))
      const late = told(`the step ended before ${host} had answered`, `${host} 应答之前步骤已经结束`)
      throw new RequestFault(otherFault('cancelled', late, { mayHaveActed: true }))
    }
  }
}

async function follow(
  send: (url: string) => Promise<RawAnswer>,
  url: string,
  method: string,
  { clock, redactBeginning }: Bounds,
): Promise<Response> {
  let target = url
  for (let redirects = 0; ; redirects += 1) {
    const answer = await send(target)
    if (answer.status >= 400) throw new RequestFault(faultOfAnswer(answer, clock.date(), redactBeginning))
    if (answer.status < 300) return rebuilt(answer)
    target = redirectTarget(answer, method, target, redirects)
  }
}

function rebuilt({ status, header, bytes }: RawAnswer): Response {
  const headers = KEPT_HEADERS.flatMap(name => {
    const value = header(name)
    return value === null ? [] : [[name, value] satisfies [string, string]]
  })
  const hasBody = status !== 204 && status !== 205
  return new Response(hasBody ? new Uint8Array(bytes) : null, { status, headers })
}

/** Followed on the same origin only (another one must not see the token), and never with a changed method. */
function redirectTarget(
  { status, header }: RawAnswer,
  method: string,
  from: string,
  redirects: number,
): string {
  const location = header('location')
  const refuse = (english: string, chinese: string) => {
    const what = told(`HTTP ${status}, ${english}`, `HTTP ${status}，${chinese}`)
    return new RequestFault(otherFault('rejected', what, { httpStatus: status }))
  }
  if (location === null || !URL.canParse(location, from))
    throw refuse('a redirect that names no address', '重定向没有给出地址')
  const target = new URL(location, from)
  if (target.origin !== new URL(from).origin)
    throw refuse(
      `a redirect to ${target.host}, which is another host and must not get the token`,
      `重定向到另一台主机 ${target.host}，它不得收到 token`,
    )
  const keepsMethod = status === 307 || status === 308 || (method === 'GET' && status !== 303)
  if (!keepsMethod)
    throw refuse(
      `a redirect of a ${method} to ${target.pathname}, which is not followed`,
      `${method} 请求被重定向到 ${target.pathname}，不予跟随`,
    )
  if (redirects >= MAX_REDIRECTS)
    throw refuse(`more than ${MAX_REDIRECTS} redirects`, `重定向超过 ${MAX_REDIRECTS} 次`)
  return target.href
}
