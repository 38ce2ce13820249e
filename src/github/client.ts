import * as z from 'zod'
import { messageOf } from '../cloud/network-fault.ts'
import type { Clock, Deadline, Random, RedactBeginning } from '../ports.ts'
import { boundedFetch, type Fetch, RequestFault } from './bounded-fetch.ts'
import { type Answer, type GitHubFault, otherFault } from './fault.ts'
import type { GitHubPorts } from './ports.ts'
import { type Ask, type Requester, restPorts } from './rest.ts'
import { withRetries } from './retry.ts'

export interface GitHubOptions {
  readonly token: string
  /** GITHUB_API_URL, path prefix included: the only right base for github.com, ghe.com and GHES alike. */
  readonly apiUrl: string
  readonly userAgent: string
  /** Carries the requests, and follows no redirect. */
  readonly fetch: Fetch
  /** Longest single request. */
  readonly timeoutMs: number
  /** End of everything asked through these ports, waits included. */
  readonly deadline: Deadline
  readonly clock: Clock
  readonly random: Random
  readonly redactBeginning: RedactBeginning
  /** Gets one unescaped line for each repetition. */
  readonly log: (line: string) => void
}

const PRINTABLE = /^[\x21-\x7e]+$/
const silent = { debug: noop, info: noop, warn: noop, error: noop }

function noop(): void {}

/**
 * Returns the ports to GitHub. Nothing is loaded or sent before the first of them is used, and none rejects.
 *
 * This is the only file that imports @actions/github, and it does so late: the package costs time to load and
 * reads the runner's environment while loading (it throws on a broken event file).
 */
export function openGitHub(options: GitHubOptions): GitHubPorts {
  let opened: Promise<Requester> | null = null
  const connect = () => {
    opened ??= open(options)
    return opened
  }
  const ask: Ask = (label, repeatable, run) =>
    withRetries({ label, repeatable, run: () => answerOf(async () => run(await connect())) }, options)
  return restPorts(ask)
}

async function open(options: GitHubOptions): Promise<Requester> {
  const token = options.token.trim()
  // Checked here because the error of an invalid header value would quote the token.
  if (!PRINTABLE.test(token)) throw refusal('bad-token', 'the input github-token is empty or not a token')
  if (!/^https?:\/\/[^@]+$/.test(options.apiUrl) || !URL.canParse(options.apiUrl))
    throw refusal('rejected', 'GITHUB_API_URL is not the address of an API')
  const { GitHub, getOctokitOptions } = await load()
  return new GitHub(
    getOctokitOptions(token, {
      baseUrl: options.apiUrl.replace(/\/+$/, ''),
      userAgent: options.userAgent,
      request: { fetch: boundedFetch(options.fetch, options) },
      log: silent,
    }),
  )
}

async function load() {
  try {
    return await import('@actions/github/lib/utils')
  } catch {
    // Its own message can quote the event file.
    throw refusal(
      'rejected',
      '@actions/github could not be loaded; is the file of GITHUB_EVENT_PATH valid JSON, and can the proxy variables be read?',
    )
  }
}

function refusal(kind: GitHubFault['kind'], what: string): RequestFault {
  return new RequestFault(otherFault(kind, what))
}

async function answerOf<T>(run: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await run() }
  } catch (error) {
    return { ok: false, fault: faultIn(error) }
  }
}

function faultIn(error: unknown): GitHubFault {
  if (error instanceof RequestFault) return error.fault
  if (error instanceof Error && error.cause instanceof RequestFault) return error.cause.fault
  if (error instanceof z.ZodError)
    return otherFault('rejected', 'an answer of a shape that the GitHub API does not have')
  return otherFault('rejected', messageOf(error))
}
