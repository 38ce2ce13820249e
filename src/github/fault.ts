import { type Failure, isHopeless, messageOf, NetworkFault } from '../cloud/network-fault.ts'
import type { RedactBeginning } from '../ports.ts'
import { changed, inEach, type Sentence, told } from '../precheck/sentence.ts'
import { cut, oneLine } from './text.ts'

/** Why GitHub did not do what was asked. Faults are values: slow or broken GitHub never changes a verdict. */
export interface GitHubFault {
  /**
   * - `bad-token`: 401. `denied`: 403 that is no throttling. `missing`: 404 or 410, which GitHub also says
   *   of things the token may not see. `rejected`: any other answer that a repetition would not change, among them the 403
   *   of a locked conversation or an archived repository, which no permission opens.
   * - `unavailable`, worth another try: no answer, 5xx or throttled. `cancelled`: the time of the step ended first.
   */
  readonly kind: 'bad-token' | 'denied' | 'missing' | 'rejected' | 'unavailable' | 'cancelled'
  readonly httpStatus: number | null
  /** What came back, on one line, with GitHub's own words. Not escaped for any output. */
  readonly what: Sentence
  /** Of what is unavailable: worth one more try, but no others, as a certificate for another name. */
  readonly hopeless?: boolean
  /** The request reached the server, or may have, so a write can have happened all the same. */
  readonly mayHaveActed: boolean
  /** The wait that GitHub asked for, in milliseconds. */
  readonly waitMs: number | null
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: GitHubFault }

/** An answer as it came, whole. */
export interface RawAnswer {
  readonly status: number
  readonly header: (name: string) => string | null
  readonly bytes: Uint8Array
}

/** Longest part of GitHub's own message that is passed on. */
const MAX_MESSAGE_UNITS = 300
const MAX_ID_UNITS = 80
/** What GitHub's documentation asks for after a secondary rate limit that names no wait: at least a minute. */
const SECONDARY_LIMIT_WAIT_MS = 60_000
const SECONDARY_LIMIT = /secondary rate limit|abuse detection/i
const CLOSED = /\b(locked|archived)\b/i

/** Returns the fault that an answer of status 400 or more stands for; `date` is now. */
export function faultOfAnswer(
  { status, header, bytes }: RawAnswer,
  date: Date,
  redactBeginning: RedactBeginning,
): GitHubFault {
  const body = new TextDecoder().decode(bytes)
  // Secrets go first: folded or cut, one would not be recognised any more.
  const words = cut(oneLine(redactBeginning(messageIn(body), MAX_MESSAGE_UNITS + 1)), MAX_MESSAGE_UNITS)
  const what = describe(status, words, cut(oneLine(header('x-github-request-id') ?? ''), MAX_ID_UNITS))
  const fault = (kind: GitHubFault['kind'], more: Partial<GitHubFault> = {}): GitHubFault => ({
    ...{ kind, httpStatus: status, what, mayHaveActed: false, waitMs: null },
    ...more,
  })
  const throttled = throttleWait(status, header, body, date)
  if (throttled !== null) return fault('unavailable', throttled)
  if (status === 401) return fault('bad-token')
  if (status === 403) return fault(CLOSED.test(words) ? 'rejected' : 'denied')
  if (status === 404 || status === 410) return fault('missing')
  if (status >= 500 || status === 408) return fault('unavailable', { mayHaveActed: true })
  return fault('rejected')
}

/** Returns the fault that a failed connection stands for. */
export function faultOfError(error: unknown, host: string): GitHubFault {
  if (!(error instanceof NetworkFault)) {
    const words = cut(oneLine(messageOf(error)), MAX_MESSAGE_UNITS)
    const what = told(`no answer from ${host} (${words})`, `${host} 没有应答（${words}）`)
    return otherFault('unavailable', what, { mayHaveActed: true })
  }
  const { what, tooLarge, failure, nothingSent } = error
  if (tooLarge) return otherFault('rejected', what)
  const fault = { hopeless: isHopeless(failure), mayHaveActed: !nothingSent }
  return { ...otherFault('unavailable', what, fault), what: withRemedy(shortened(what), failure) }
}

function shortened(what: Sentence): Sentence {
  return changed(what, text => cut(oneLine(text), MAX_MESSAGE_UNITS))
}

function withRemedy(what: Sentence, failure: Failure): Sentence {
  if (failure.layer !== 'TLS' || failure.trouble !== 'unknown-authority') return what
  return inEach(in_ =>
    told(
      `${in_(what)}; a private certificate authority has to be given in ca-certificate`,
      `${in_(what)}；私有证书颁发机构须在 ca-certificate 中给出`,
    ),
  )
}

/** Returns a fault that is no answer's and no connection's; by default one that ends the matter. */
export function otherFault(
  kind: GitHubFault['kind'],
  what: Sentence,
  rest: Partial<GitHubFault> = {},
): GitHubFault {
  return {
    kind,
    httpStatus: null,
    what: shortened(what),
    mayHaveActed: false,
    waitMs: null,
    ...rest,
  }
}

/** GitHub throttles with 429 or 403; only the headers and the text tell such a 403 from a missing permission. */
function throttleWait(
  status: number,
  header: RawAnswer['header'],
  body: string,
  date: Date,
): { waitMs: number | null } | null {
  if (status !== 403 && status !== 429) return null
  const told = header('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(told)) return { waitMs: Number(told) * 1000 }
  if (header('x-ratelimit-remaining')?.trim() === '0') {
    const resetSeconds = Number(header('x-ratelimit-reset') ?? Number.NaN)
    if (Number.isFinite(resetSeconds)) return { waitMs: Math.max(0, resetSeconds * 1000 - date.getTime()) }
  }
  if (SECONDARY_LIMIT.test(body)) return { waitMs: SECONDARY_LIMIT_WAIT_MS }
  return status === 429 ? { waitMs: null } : null
}

function describe(status: number, words: string, requestId: string): Sentence {
  const said = words === '' ? [] : [`"${words}"`]
  const [english, chinese] =
    requestId === '' ? [[], []] : [[`request id ${requestId}`], [`请求 ID ${requestId}`]]
  return told(
    [`HTTP ${status}`, ...said, ...english].join(', '),
    [`HTTP ${status}`, ...said, ...chinese].join('，'),
  )
}

/** GitHub's errors are `{message, errors?}`; a proxy's are pages of HTML, of which nothing is worth repeating. */
function messageIn(body: string): string {
  try {
    const json: unknown = JSON.parse(body)
    if (typeof json !== 'object' || json === null || !('message' in json)) return ''
    const details = 'errors' in json && Array.isArray(json.errors) ? `: ${JSON.stringify(json.errors)}` : ''
    return `${json.message}${details}`
  } catch {
    return /^\s*</.test(body) ? '' : body
  }
}
